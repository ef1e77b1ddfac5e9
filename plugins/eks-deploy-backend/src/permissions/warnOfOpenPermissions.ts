import type {
  LoggerService,
  RootConfigService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';

/** The policy of `@backstage/plugin-permission-backend-module-allow-all-policy`; own policies have kept the name. */
const ALLOW_ALL = 'allow-all-policy';
const ADVICE =
  'See "Before you install: a permission policy" in the README of EKS Deploy.';

/**
 * Warns at start when everybody who is signed in may do everything.
 *
 * @remarks
 * A policy can't be asked what it allows without a user, so of one that allows everything only the name is known, and
 * only where it runs in this process.
 */
export async function warnOfOpenPermissions(deps: {
  config: RootConfigService;
  instance: RootInstanceMetadataService;
  logger: LoggerService;
}): Promise<void> {
  const { config, instance, logger } = deps;
  if (config.getOptionalBoolean('permission.enabled') !== true) {
    logger.warn(
      `permission.enabled is not true: everybody who is signed in may read logs, restart, roll back and redeploy wherever eksDeploy.environments allows the component's owner, and use the Kubernetes plugin's proxy with the portal's role. ${ADVICE}`,
    );
    return;
  }
  const plugins = await instance.getInstalledPlugins();
  const isOpen = plugins.some(
    ({ pluginId, modules }) =>
      pluginId === 'permission' &&
      modules.some(({ moduleId }) => moduleId === ALLOW_ALL),
  );
  if (isOpen) {
    logger.warn(
      `The permission policy's module is called ${ALLOW_ALL}: if it is Backstage's own, everybody who is signed in may do everything here, and use the Kubernetes plugin's proxy with the portal's role. ${ADVICE}`,
    );
  }
}
