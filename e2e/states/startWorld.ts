import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startControlPlaneCluster } from '../cluster-contract/clusters/controlPlane';
import { startSandboxCluster } from '../cluster-contract/clusters/sandbox';
import type { HaltableCluster } from '../cluster-contract/HaltableCluster';
import { openRun } from '../contract/openRun';
import { startPortal, type FaultyPortal } from '../faults/portal/startPortal';
import type { Case } from './Case';
import type { Environment } from './environments';
import { componentOf, formatComponent } from './components';

/** Clusters, and a portal that shows the components of all their states. */
export interface World {
  clusters: Map<Environment, HaltableCluster>;
  portal: FaultyPortal;
  stop(): Promise<void>;
}

/**
 * Starts clusters, and one portal that reaches them through Backstage's Kubernetes plugin.
 *
 * @throws MissingGoError where there is no Go to build a control plane with.
 */
export async function startWorld(options: {
  environments: Environment[];
  cases: Case[];
  /** Where configuration and logs are left; a temporary folder that is removed by default. */
  stateDir?: string;
  signal: AbortSignal;
  onProgress(message: string): void;
}): Promise<World> {
  const { environments, cases, signal, onProgress } = options;
  const run = await openRun('states', options.stateDir);
  const { folder, stop } = run;
  try {
    const clusters: World['clusters'] = new Map();
    for (const name of environments) {
      const cluster =
        name === 'sandbox'
          ? await startSandboxCluster()
          : await startControlPlaneCluster({ signal, onProgress });
      run.onStop(() => cluster.stop());
      clusters.set(name, cluster);
      await writeFile(join(folder, name), cluster.token, { mode: 0o600 });
    }
    const entities = join(folder, 'catalog.yaml');
    const states = environments.flatMap(environment =>
      cases.map(({ name }) => [name, environment] as const),
    );
    await writeFile(
      entities,
      states.map(state => formatComponent(...state)).join('---\n'),
    );
    onProgress('starting a portal');
    const portal = await startPortal({
      ...{ name: 'portal', folder, entities },
      clusters: [...clusters].map(([name, { url, ca }]) => ({
        ...{ name, url, ca },
        tokenFile: join(folder, name),
      })),
      lastComponent: componentOf(...states[states.length - 1]),
    });
    run.onStop(() => portal.stop());
    return { clusters, portal, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
