import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { startSandbox } from '@eks-deploy/sandbox';
import { parse } from 'yaml';
import eksDeployPlugin from '../src';
import { anEntity } from '../src/__testUtils__/entities';

// The plugin behind Backstage's real Kubernetes plugin, on a sandbox of its own with free ports, for one component
// `chat` that everyone may command. Prints its address; a caller is `user:default/mock` unless a header says else.
async function main() {
  const stateDir = await mkdtemp(join(tmpdir(), 'eks-deploy-'));
  process.once('exit', () =>
    rmSync(stateDir, { recursive: true, force: true }),
  );
  const sandbox = await startSandbox({
    stateDir,
    ports: { staging: 0, production: 0, github: 0, aws: 0 },
    examples: false,
    podReadyMs: 200,
  });
  const config = parse(await readFile(sandbox.appConfig, 'utf8'));
  const allow = [{ owners: ['*'], namespaces: ['chat'] }];
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
      eksDeployPlugin,
      catalogServiceMock.factory({ entities: [anEntity()] }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          aws: {
            mainAccount: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
          },
          eksDeploy: {
            ...config.eksDeploy,
            environments: [{ name: 'staging', cluster: 'staging', allow }],
          },
        },
      }),
    ],
  });
  // A backend ends its process by itself on SIGINT and SIGTERM, and the sandbox's servers with it.
  process.stdout.write(`http://127.0.0.1:${backend.server.port()}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
