import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '@eks-deploy/scripts';
import { startControlPlaneCluster } from '../cluster-contract/clusters/controlPlane';
import type { HaltableCluster } from '../cluster-contract/HaltableCluster';
import { openNamespace } from '../cluster-contract/openNamespace';
import { Scene } from '../cluster-contract/Scene';
import type { ClusterUnderTest } from '../cluster-contract/ClusterUnderTest';
import { argoSubject } from './argo/argoSubject';
import { canaryStates } from './argo/canaryStates';
import { otherStates } from './argo/otherStates';
import { startArgo } from './argo/startArgo';
import { bringAboutAll } from './bringAboutAll';
import { deploymentStates } from './deploymentStates';
import { recordState } from './recordState';
import type { State } from './State';
import { deploymentSubject, type Subject } from './Subject';
import { tidy } from './tidy';

const USAGE = `Usage: ./yarnw e2e:record [--only STATE] [--with argo] [--out FOLDER]

Brings about each state of a rollout on a real control plane, and records its objects and kubectl's verdict as fixtures.

  --with argo  the states of Argo Rollouts instead, by its own controller; the first time builds it, some five minutes`;

const ARGO = 'argo';

const FIXTURES = join(
  repositoryRoot,
  'plugins/eks-deploy-backend/src/rollouts/__fixtures__',
);
const AT_ONCE = 3;

/** States of one kind of Workload, and how they are recorded. */
interface Series {
  states: State[];
  subject: Subject;
  /** What the recordings were made with. */
  versions: Record<string, string>;
  /** Lets what brings a rollout forward stand still. */
  haltControllers(): Promise<void>;
  stop(): Promise<void>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      out: { type: 'string' },
      with: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.with !== undefined && values.with !== ARGO) {
    throw new Error(`--with takes ${ARGO} alone.`);
  }
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ending.abort());
  }
  const onProgress = (message: string) => console.error(`… ${message}`);
  const cluster = await startControlPlaneCluster({
    signal: ending.signal,
    onProgress,
  });
  try {
    const series = values.with
      ? await openArgoSeries(cluster, onProgress)
      : await openDeploymentSeries(cluster);
    try {
      const recordings = await recordAll(cluster, series, values.only);
      const out =
        values.out ?? join(FIXTURES, values.with ? 'argo-rollouts' : '.');
      // Written only now: a run that fails leaves the fixtures as they were.
      await write(out, recordings, values.only === '');
      console.log(`\n${recordings.size} states recorded in ${out}`);
    } finally {
      await series.stop();
    }
  } finally {
    await cluster.stop();
  }
}

async function openDeploymentSeries(cluster: HaltableCluster): Promise<Series> {
  return {
    states: deploymentStates,
    subject: deploymentSubject,
    versions: { kubernetes: await versionOf(cluster) },
    haltControllers: cluster.haltControllers,
    stop: async () => {},
  };
}

async function openArgoSeries(
  cluster: HaltableCluster,
  onProgress: (message: string) => void,
): Promise<Series> {
  const argo = await startArgo(cluster, onProgress);
  return {
    states: [...canaryStates(argo), ...otherStates(argo)],
    subject: argoSubject(argo),
    versions: {
      kubernetes: await versionOf(cluster),
      argoRollouts: argo.version,
    },
    haltControllers: async () => {
      process.kill(argo.controller, 'SIGSTOP');
    },
    stop: argo.stop,
  };
}

async function recordAll(
  cluster: HaltableCluster,
  { states, subject, versions, haltControllers }: Series,
  only: string,
): Promise<Map<string, object>> {
  const chosen = states.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) {
    throw new Error(`No state's name contains "${only}".`);
  }
  const recordings = new Map<string, object>();
  await bringAboutAll(chosen, {
    // Most of a state's time is waiting: several wait side by side.
    atOnce: AT_ONCE,
    halt: { haltKubelets: cluster.haltKubelets, haltControllers },
    async open({ name }) {
      const scene = new Scene(cluster, `record-${name}`);
      await openNamespace(scene);
      return scene;
    },
    async visit({ name }, scene) {
      const recording = await recordState(subject, scene);
      const { stdout, stderr } = recording.kubectl;
      console.log(`${name.padEnd(30)}${(stdout || stderr).trim()}`);
      const tidied = tidy(recording, scene.namespace);
      recordings.set(name, { state: name, ...versions, ...tidied });
    },
    onFailure({ name }, error) {
      throw new Error(
        `${name}: ${error instanceof Error ? error.message : error}`,
      );
    },
  });
  return recordings;
}

async function versionOf(cluster: ClusterUnderTest): Promise<string> {
  const scene = new Scene(cluster, 'default');
  const { gitVersion } = await scene.must<{ gitVersion: string }>('/version');
  return gitVersion;
}

/** A state that is no more leaves no fixture behind. */
async function write(
  folder: string,
  recordings: Map<string, object>,
  isWhole: boolean,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of isWhole ? await readdir(folder) : []) {
    if (file.endsWith('.json')) {
      await rm(join(folder, file));
    }
  }
  for (const [name, recording] of recordings) {
    const text = `${JSON.stringify(recording, undefined, 2)}\n`;
    await writeFile(join(folder, `${name}.json`), text);
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
