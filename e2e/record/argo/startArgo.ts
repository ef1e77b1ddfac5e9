import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcessGroup } from '@eks-deploy/process-group';
import type { ClusterUnderTest } from '../../cluster-contract/ClusterUnderTest';
import {
  runKubectl,
  type KubectlResult,
} from '../../cluster-contract/runKubectl';
import { Scene } from '../../cluster-contract/Scene';
import { freePort } from '@eks-deploy/control-plane';
import { bringArgo } from './bringArgo';
import { startMetric } from './startMetric';

const TIMEOUT_MS = 30_000;

/** The controller of Argo Rollouts at work in a cluster. */
export interface Argo {
  version: string;
  /** Answers a metric: `${metricUrl}/3` is 3. */
  metricUrl: string;
  /** `kubectl argo rollouts …` in a scene's namespace. */
  run(scene: Scene, args: string[]): Promise<KubectlResult>;
  /** The controller's process. */
  controller: number;
  stop(): Promise<void>;
}

/** Starts the controller in a cluster that has never heard of it. */
export async function startArgo(
  cluster: ClusterUnderTest,
  onProgress: (message: string) => void,
): Promise<Argo> {
  const programs = await bringArgo(onProgress);
  await createDefinitions(cluster, programs.crds);
  const folder = await mkdtemp(join(tmpdir(), 'eks-deploy-argo-'));
  const metric = await startMetric();
  const [metrics, health] = [await freePort(), await freePort()];
  const log = createWriteStream(join(folder, 'controller.log'));
  const controller = startProcessGroup(
    programs.controller,
    [
      ...['--kubeconfig', cluster.kubeconfig, '--leader-elect=false'],
      ...['--metricsPort', `${metrics}`, '--healthzPort', `${health}`],
    ],
    { cwd: folder, env: { PATH: process.env.PATH, HOME: folder }, output: log },
  );
  if (controller.pid === undefined) {
    throw new Error(
      `Argo's controller can't be started: ${await controller.ended}.`,
    );
  }
  return {
    version: programs.version,
    controller: controller.pid,
    metricUrl: metric.url,
    run: (scene, args) => runPlugin(programs.kubectlPlugin, scene, args),
    async stop() {
      await controller.stop();
      await metric.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createDefinitions(cluster: ClusterUnderTest, files: string[]) {
  const scene = new Scene(cluster, 'default');
  const { code, stderr } = await runKubectl(scene, [
    'create',
    ...files.flatMap(file => ['-f', file]),
  ]);
  if (code !== 0) {
    throw new Error(`The cluster does not take Argo's definitions: ${stderr}`);
  }
  await scene.eventually('Rollouts are served', async () => {
    const { status } = await scene.ask('/apis/argoproj.io/v1alpha1/rollouts');
    return status === 200;
  });
}

function runPlugin(
  command: string,
  { cluster, namespace }: Scene,
  args: string[],
): Promise<KubectlResult> {
  return new Promise(resolve => {
    execFile(
      command,
      [...args, '--kubeconfig', cluster.kubeconfig, '--namespace', namespace],
      { timeout: TIMEOUT_MS },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : Number(!!error),
          stdout,
          stderr,
        }),
    );
  });
}
