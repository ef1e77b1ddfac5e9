import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MissingGoError } from '@eks-deploy/control-plane';
import { behavioursOf } from './behaviours';
import type { Behaviour } from './Behaviour';
import type { ClusterUnderTest } from './ClusterUnderTest';
import { startControlPlaneCluster } from './clusters/controlPlane';
import { useKubeconfigCluster } from './clusters/kubeconfig';
import { startSandboxCluster } from './clusters/sandbox';
import { formatTable, type Column } from './formatTable';
import { runBehaviours } from './runBehaviours';

const USAGE = `Usage: ./yarnw e2e [--cluster control-plane] [--cluster sandbox] [--only TEXT] [--report FILE]

Holds the sandbox and a real control plane of Kubernetes to the same behaviour, and prints where they keep to it.
E2E_KUBECONFIG names a kubeconfig whose cluster is held to it too (--cluster kubeconfig: to none but that).`;

const { E2E_KUBECONFIG } = process.env;

const clusters: Record<
  string,
  (signal: AbortSignal) => Promise<ClusterUnderTest>
> = {
  'control-plane': signal =>
    startControlPlaneCluster({
      signal,
      onProgress: message => console.error(`… ${message}`),
    }),
  sandbox: startSandboxCluster,
  ...(E2E_KUBECONFIG && {
    kubeconfig: () => useKubeconfigCluster(E2E_KUBECONFIG),
  }),
};

function readOptions() {
  const { values } = parseArgs({
    options: {
      cluster: { type: 'string', multiple: true },
      only: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const names = values.cluster ?? Object.keys(clusters);
  for (const name of names) {
    if (!clusters[name]) {
      throw new Error(
        `There is no cluster "${name}": --cluster takes ${Object.keys(
          clusters,
        ).join(' or ')}.`,
      );
    }
  }
  const { only = '' } = values;
  const isChosen = ({ name }: Behaviour) => name.includes(only);
  const chosen = behavioursOf({ simulatesPods: true }).filter(isChosen);
  if (chosen.length === 0) {
    throw new Error(`No behaviour's sentence contains "${only}".`);
  }
  // What was asked for by name, and what CI runs, is never left out.
  const mayLeaveOut = !values.cluster && !process.env.CI;
  return { ...values, names, chosen, isChosen, mayLeaveOut };
}

async function main(): Promise<boolean> {
  const { names, chosen, isChosen, mayLeaveOut, report, help } = readOptions();
  if (help) {
    console.log(USAGE);
    return true;
  }
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ending.abort());
  }
  const columns: Column[] = [];
  for (const name of names) {
    const cluster = await clusters[name](ending.signal).catch(error => {
      if (!(mayLeaveOut && error instanceof MissingGoError)) {
        throw error;
      }
      console.error(`… ${name} is left out: ${error.message}`);
    });
    if (cluster) {
      columns.push(await holdAgainst(cluster, isChosen, ending.signal));
    }
  }
  console.log(formatTable(chosen, columns));
  const outcomes = columns.flatMap(column => [...column.outcomes.values()]);
  const failed = outcomes.filter(({ failure }) => failure).length;
  const counts = { passed: outcomes.length - failed, failed };
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  if (report) {
    await writeFile(report, JSON.stringify(counts));
  }
  return failed === 0;
}

async function holdAgainst(
  cluster: ClusterUnderTest,
  isChosen: (behaviour: Behaviour) => boolean,
  signal: AbortSignal,
): Promise<Column> {
  const chosen = behavioursOf(cluster).filter(isChosen);
  const broken = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(new Error('The run was broken off.')),
    );
  });
  try {
    const outcomes = await Promise.race([
      broken,
      runBehaviours(cluster, chosen, (behaviour, { failure }) => {
        if (failure) {
          console.error(
            `✗ ${cluster.name}: ${behaviour.name}\n${failure.message}\n`,
          );
        }
      }),
    ]);
    return { cluster: cluster.name, outcomes };
  } finally {
    await cluster.stop();
  }
}

main().then(
  ok => process.exit(ok ? 0 : 1),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
