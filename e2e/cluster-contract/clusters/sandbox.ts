import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@eks-deploy/sandbox';
import type { ClusterUnderTest } from '../ClusterUnderTest';

/** One cluster of a sandbox of its own, with nothing deployed. */
export async function startSandboxCluster(): Promise<ClusterUnderTest> {
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-contract-'));
  const sandbox = await startSandbox({
    stateDir,
    ports: { staging: 0, production: 0, github: 0, aws: 0 },
    examples: false,
    podReadyMs: 500,
  });
  const { url, ca, token, kubeconfig } = sandbox.clusters.staging;
  return {
    ...{ url, ca, token, kubeconfig },
    name: 'sandbox',
    simulatesPods: true,
    namespacePrefix: 'contract',
    readOnlyToken: `${token}-read-only`,
    async stop() {
      await sandbox.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
