import { InputError } from '@backstage/errors';
import type { EnvironmentConfig } from './EksDeployConfig';

/**
 * The Environments of a portal whose configuration names none: its only cluster, where nobody reaches beyond the
 * namespace that bears the name of the owning group.
 *
 * @param known - Names of clusters, or undefined where the configuration can't tell them.
 * @throws InputError unless there is just one.
 * @internal
 */
export function getDefaultEnvironments(
  known: string[] | undefined,
): EnvironmentConfig[] {
  if (known?.length !== 1) {
    throw new InputError(
      `eksDeploy.environments: is missing: add eksDeploy.environments with the name, the cluster and the allowed owners of each Environment; only a single cluster that kubernetes.clusterLocatorMethods lists itself needs none`,
    );
  }
  const [cluster] = known;
  return [
    {
      name: toEnvironmentName(cluster),
      cluster,
      allow: [{ owners: ['*'], namespaces: ['{owner}'] }],
    },
  ];
}

/** Clusters may be named by their ARN, which ends in the name. */
function toEnvironmentName(cluster: string): string {
  const name = cluster.slice(cluster.lastIndexOf('/') + 1).toLowerCase();
  return (
    name
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 63)
      .replace(/^-|-$/g, '') || 'default'
  );
}
