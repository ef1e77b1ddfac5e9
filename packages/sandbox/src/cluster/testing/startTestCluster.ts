import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster, type Cluster, type ClusterOptions } from '../cluster';

/** A cluster on a free port whose state goes with it; `stop` fails when it logged an error. */
export async function startTestCluster(
  options: Partial<ClusterOptions> = {},
): Promise<Cluster> {
  const stateDir =
    options.stateDir ?? (await mkdtemp(join(tmpdir(), 'sandbox-cluster-')));
  const errors: string[] = [];
  const cluster = await startCluster({
    name: 'staging',
    port: 0,
    token: 'sandbox-token',
    podReadyMs: 150,
    images: { has: reference => !reference.endsWith(':missing') },
    logger: { info: () => undefined, error: message => errors.push(message) },
    ...options,
    stateDir,
  });
  return {
    ...cluster,
    async stop() {
      await cluster.stop();
      if (!options.stateDir) await rm(stateDir, { recursive: true });
      if (errors.length) throw new Error(errors.join('\n'));
    },
  };
}
