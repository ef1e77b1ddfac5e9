import { stringify } from 'yaml';
import { Cluster } from './cluster';

/** The addresses a portal's configuration needs. */
export interface AppConfigInput {
  clusters: Array<Pick<Cluster, 'name' | 'url' | 'caFile' | 'token'>>;
  github: { url: string; apiUrl: string; host: string; token: string };
  aws: { url: string; region: string };
  /** `owner/name` of the repositories whose catalog entries the portal opens with. */
  examples: string[];
}

/** Everything of a portal's `app-config` that depends on where the sandbox listens. */
export function formatAppConfig(input: AppConfigInput): string {
  const { clusters, github, aws, examples } = input;
  return stringify({
    integrations: {
      github: [
        { host: github.host, apiBaseUrl: github.apiUrl, token: github.token },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url, caFile, token }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
            caFile,
          })),
        },
      ],
    },
    eksDeploy: { aws: { region: aws.region, endpoint: aws.url } },
    catalog: {
      locations: examples.map(repository => ({
        type: 'url',
        target: `${github.url}/${repository}/blob/main/catalog-info.yaml`,
      })),
    },
  });
}
