import { join } from 'node:path';
import { repositoryRoot } from '@eks-deploy/scripts';
import type { Sandbox } from '@eks-deploy/sandbox';

/** A cluster as the portal reaches it. */
export interface PortalCluster {
  name: string;
  url: string;
  token: string;
}

/** What a portal is configured with, beside `app-config.yaml`. */
export interface PortalConfigOptions {
  port: number;
  sandbox: Sandbox;
  /** Address of GitHub's API as the portal reaches it. */
  githubApi: string;
  clusters: PortalCluster[];
  /** Address of a PostgreSQL database, or the folder of an SQLite one. */
  database: { postgres: string } | { folder: string };
}

/** Which owners may use which namespaces, as a careful operator writes it. */
const CAREFUL = [
  { owners: ['group:default/team-chat'], namespaces: ['chat', 'chat-*'] },
  { owners: ['group:default/team-orders'], namespaces: ['orders'] },
];

/** A portal whose every Environment has careful rules. */
export function carefulConfig(options: PortalConfigOptions): object {
  return {
    ...commonConfig(options),
    eksDeploy: {
      aws: {
        region: options.sandbox.aws.region,
        endpoint: options.sandbox.aws.url,
      },
      environments: options.clusters.map(({ name }) => ({
        name,
        cluster: name,
        allow: CAREFUL,
      })),
    },
  };
}

/** A portal of one cluster without any configuration of ours, whose operator has left permissions off. */
export function defaultConfig(options: PortalConfigOptions): object {
  return {
    ...commonConfig(options),
    permission: { enabled: false },
    eksDeploy: { environments: null },
  };
}

function commonConfig(options: PortalConfigOptions) {
  const { port, sandbox, githubApi, clusters, database } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  const { host, token, url } = sandbox.github;
  const file = (...path: string[]) => join(repositoryRoot, ...path);
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: baseUrl },
      database:
        'postgres' in database
          ? {
              client: 'pg',
              connection: database.postgres,
              pluginDivisionMode: 'schema',
              knexConfig: { pool: { min: 0, max: 4 } },
            }
          : {
              client: 'better-sqlite3',
              connection: { directory: database.folder },
            },
    },
    auth: {
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    integrations: { github: [{ host, apiBaseUrl: githubApi, token }] },
    catalog: {
      // A flip of an entity is to be seen soon.
      stitchingStrategy: {
        mode: 'deferred',
        pollingInterval: { milliseconds: 100 },
      },
      locations: [
        {
          type: 'file',
          target: file('examples/org.yaml'),
          rules: [{ allow: ['User', 'Group'] }],
        },
        {
          type: 'file',
          target: file('templates/fullstack-eks/template.yaml'),
          rules: [{ allow: ['Template'] }],
        },
        ...['chat', 'orders'].map(name => ({
          type: 'url',
          target: `${url}/example-org/${name}/blob/main/catalog-info.yaml`,
        })),
      ],
    },
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(cluster => ({
            name: cluster.name,
            url: cluster.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: cluster.token,
          })),
        },
      ],
    },
  };
}
