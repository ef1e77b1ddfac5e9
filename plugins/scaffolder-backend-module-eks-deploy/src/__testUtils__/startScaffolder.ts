import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import request from 'supertest';
import eksDeployModule from '..';
import { PostToScaffolder } from './dryRun';

/** Starts the real scaffolder with the modules that the template needs. */
export async function startScaffolder(): Promise<{
  post: PostToScaffolder;
  stop: () => Promise<void>;
}> {
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      eksDeployModule,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com', token: 'unused' }] },
        },
      }),
    ],
  });
  return {
    post: async (path, body) => {
      const response = await request(backend.server)
        .post(`/api/scaffolder${path}`)
        .send(body);
      return { status: response.status, body: response.body };
    },
    stop: () => backend.stop(),
  };
}
