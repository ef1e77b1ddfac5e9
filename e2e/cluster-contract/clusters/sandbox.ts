import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@eks-deploy/sandbox';
import type { HaltableCluster } from '../HaltableCluster';

/** A cluster of the sandbox, with nothing deployed. */
export async function startSandboxCluster(): Promise<HaltableCluster> {
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-contract-'));
  const cluster = await startCluster({
    name: 'sandbox',
    port: 0,
    stateDir,
    token: randomBytes(16).toString('hex'),
    images: { has: () => true },
    logger: { info: () => {}, error: message => console.error(message) },
    podReadyMs: 500,
  });
  const { url, ca, token, readOnlyToken, kubeconfig } = cluster;
  return {
    ...{ url, ca, token, readOnlyToken, kubeconfig },
    name: 'sandbox',
    simulatesPods: true,
    namespacePrefix: 'contract',
    async haltKubelets() {
      cluster.haltKubelets();
    },
    async haltControllers() {
      cluster.haltControllers();
    },
    async stop() {
      await cluster.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
