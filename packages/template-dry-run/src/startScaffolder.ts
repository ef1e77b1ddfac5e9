import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import request from 'supertest';
import type { PostToScaffolder } from './dryRun';

/** A scaffolder that runs in this process. */
export interface RunningScaffolder {
  post: PostToScaffolder;
  stop(): Promise<void>;
}

/** Starts the real scaffolder with GitHub's module and those that the template needs beside it. */
export async function startScaffolder(
  modules: BackendFeature[],
): Promise<RunningScaffolder> {
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      ...modules,
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
