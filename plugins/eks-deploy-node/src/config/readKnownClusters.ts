import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * Names of the Kubernetes plugin's clusters, where the configuration alone can tell them all: other locators than
 * `config` look clusters up while the backend runs.
 *
 * @internal
 */
export function readKnownClusters(
  config: RootConfigService,
): string[] | undefined {
  const locators =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const known = locators.every(
    locator => locator.getOptionalString('type') === 'config',
  );
  if (!known || locators.length === 0) {
    return undefined;
  }
  return locators.flatMap(locator =>
    (locator.getOptionalConfigArray('clusters') ?? []).map(cluster =>
      cluster.getString('name'),
    ),
  );
}
