import type { JsonObject } from '@backstage/types';
import type { BackendSettings } from './BackendCalls';

/** The portal's configuration: Backstage's defaults, but for what a bench has to give. */
export function toConfig(settings: BackendSettings): JsonObject {
  const { port, viewerToken, clusters, side } = settings;
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: viewerToken, subject: 'viewer' },
          },
        ],
      },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, caFile, token }) => ({
            ...{ name, url, caFile },
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
          })),
        },
      ],
    },
    ...(side === 'ours' && {
      eksDeploy: {
        // All viewers sign in with one token.
        limits: { rolloutStreams: { perUser: 2_000 } },
        environments: clusters.map(({ name }) => ({
          name,
          cluster: name,
          allow: [{ owners: ['*'], namespaces: ['*'] }],
        })),
      },
    }),
  };
}
