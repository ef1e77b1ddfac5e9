import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startControlPlane,
  type ControlPlane,
} from '@eks-deploy/control-plane';
import { benchFolder } from '../../benchFolder';
import { startPart } from '../../parts/startPart';
import type { SideName } from '../backend/BackendCalls';
import type { BenchOptions } from '../options';
import type { PassThroughCalls } from '../passThrough/PassThroughCalls';
import { KubernetesApi } from '../seed/KubernetesApi';
import { seedCluster } from '../seed/seedCluster';
import { buildViewers } from '../viewers/buildViewers';
import { CLUSTERS, toListenerName, type Scene } from './Scene';

const SIDES: SideName[] = ['ours', 'peer'];

/** Starts and seeds a control plane, with the counting pass-through before it. */
export async function openScene(
  options: BenchOptions,
  onProgress: (message: string) => void,
): Promise<Scene> {
  const closers: Array<() => Promise<unknown>> = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) {
      await closer();
    }
  };
  try {
    const viewersFile = await buildViewers();
    onProgress('starting a control plane');
    const controlPlane = await startControlPlane({ name: 'bench', onProgress });
    closers.push(() => controlPlane.stop());
    const api = new KubernetesApi(controlPlane);
    const markerApi = new KubernetesApi(controlPlane);
    closers.push(async () => [api, markerApi].forEach(one => one.close()));
    onProgress(
      `seeding ${options.size.deployments} Deployments, ${options.size.pods} pods`,
    );
    const { workloads, bare, controllers } = await seedCluster(
      ...([controlPlane, api, options.size] as const),
    );
    closers.push(() => controllers.stop());

    const logFolder = await mkdtemp(join(tmpdir(), 'eks-deploy-bench-'));
    closers.push(() => rm(logFolder, { recursive: true, force: true }));
    const passThrough = startPart<PassThroughCalls>(
      join(benchFolder, 'src/rollouts/passThrough/main.ts'),
      { name: 'pass-through', logFolder },
    );
    closers.push(() => passThrough.stop());
    const clusters = await openListeners(controlPlane, passThrough, logFolder);

    const hot = workloads.slice(0, options.size.hot);
    return {
      ...{ options, controlPlane, api, passThrough, workloads, bare },
      ...{ hot, markerApi, viewersFile, logFolder, close },
      clustersOf: side => clusters[side],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openListeners(
  controlPlane: ControlPlane,
  passThrough: Scene['passThrough'],
  folder: string,
) {
  const { url, ca, token } = controlPlane;
  const { urls, ca: listenersCa } = await passThrough.call('open', {
    upstream: { url, ca },
    names: SIDES.flatMap(side =>
      CLUSTERS.map(cluster => toListenerName(side, cluster)),
    ),
  });
  const caFile = join(folder, 'pass-through.crt');
  await writeFile(caFile, listenersCa);
  const toClusters = (side: SideName) =>
    CLUSTERS.map(name => ({
      ...{ name, caFile, token },
      url: urls[toListenerName(side, name)],
    }));
  return { ours: toClusters('ours'), peer: toClusters('peer') };
}
