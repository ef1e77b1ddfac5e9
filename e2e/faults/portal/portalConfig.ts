import { TOKEN_FILE_KEY, TOKEN_FILE_PROVIDER } from './tokenFileStrategy';

/** A cluster as a portal reaches it; each is an Environment of the same name. */
export interface PortalCluster {
  name: string;
  url: string;
  /** PEM, where the address is one of HTTPS. */
  ca?: string;
  /** File that holds the token to sign in with. */
  tokenFile: string;
}

/** The configuration of a portal with these clusters. */
export function portalConfig(options: {
  port: number;
  clusters: PortalCluster[];
  /** The catalog's only file. */
  entities: string;
  /** Address of a PostgreSQL database; kept in memory without one. */
  database?: string;
}): object {
  const { port, clusters, entities, database } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: database
        ? {
            client: 'pg',
            connection: database,
            pluginDivisionMode: 'schema',
            knexConfig: { pool: { min: 0, max: 4 } },
          }
        : { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: {
      providers: {
        guest: {
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest'],
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
    permission: { enabled: true },
    catalog: { locations: [{ type: 'file', target: entities }] },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, ca, tokenFile }) => ({
            ...{ name, url },
            ...(ca && { caData: Buffer.from(ca).toString('base64') }),
            authProvider: TOKEN_FILE_PROVIDER,
            authMetadata: { [TOKEN_FILE_KEY]: tokenFile },
          })),
        },
      ],
    },
    eksDeploy: {
      // All viewers are the same guest.
      limits: { rolloutStreams: { perUser: 2_000 } },
      environments: clusters.map(({ name }) => ({
        name,
        cluster: name,
        allow: [{ owners: ['*'], namespaces: ['*'] }],
      })),
    },
  };
}
