import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '@eks-deploy/scripts';
import {
  startControlPlaneCluster,
  type ControlPlaneCluster,
} from '../cluster-contract/clusters/controlPlane';
import { openNamespace } from '../cluster-contract/openNamespace';
import { Scene } from '../cluster-contract/Scene';
import type { ClusterUnderTest } from '../cluster-contract/ClusterUnderTest';
import { recordState } from './recordState';
import { podStates } from './podStates';
import { progressStates } from './progressStates';
import type { State } from './State';
import { tidy } from './tidy';

const USAGE = `Usage: ./yarnw e2e:record [--only STATE] [--out FOLDER]

Brings about each state of a rollout on a real control plane, and records its objects and kubectl's verdict as fixtures.`;

const FIXTURES = join(
  repositoryRoot,
  'plugins/eks-deploy-backend/src/rollouts/__fixtures__',
);
const AT_ONCE = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      out: { type: 'string', default: FIXTURES },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const states = [...progressStates, ...podStates];
  const chosen = states.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) {
    throw new Error(`No state's name contains "${values.only}".`);
  }
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ending.abort());
  }
  const cluster = await startControlPlaneCluster({
    signal: ending.signal,
    onProgress: message => console.error(`… ${message}`),
  });
  try {
    const recordings = await recordAll(cluster, chosen);
    // Written only now: a run that fails leaves the fixtures as they were.
    await write(values.out, recordings, values.only === '');
    console.log(`\n${recordings.size} states recorded in ${values.out}`);
  } finally {
    await cluster.stop();
  }
}

async function recordAll(
  cluster: ControlPlaneCluster,
  chosen: State[],
): Promise<Map<string, object>> {
  const kubernetes = await versionOf(cluster);
  const recordings = new Map<string, object>();
  const record = async ({ name }: State, scene: Scene) => {
    const recording = await recordState(scene);
    const { stdout, stderr } = recording.kubectl;
    console.log(`${name.padEnd(24)}${(stdout || stderr).trim()}`);
    const tidied = tidy(recording, scene.namespace);
    recordings.set(name, { state: name, kubernetes, ...tidied });
  };
  const unfinished: Array<() => Promise<void>> = [];
  await eachOf(chosen, async state => {
    const scene = new Scene(cluster, `record-${state.name}`);
    await openNamespace(scene);
    await state.bringAbout(scene).catch(error => {
      throw new Error(`${state.name}: ${error.message}`);
    });
    if (!state.goOnWithoutControllers) {
      await record(state, scene);
      return;
    }
    unfinished.push(async () => {
      await state.goOnWithoutControllers?.(scene);
      await record(state, scene);
    });
  });
  process.kill(cluster.pidOf('kube-controller-manager'), 'SIGSTOP');
  await eachOf(unfinished, finish => finish());
  return recordings;
}

/** Most of a state's time is waiting: several wait side by side. */
async function eachOf<T>(
  items: T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const workOff = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
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
