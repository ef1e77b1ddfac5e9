import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  createEcrImageLister,
  createEksClusterLister,
  createGithubClient,
  createProxyClusterClient,
  readEksDeployConfig,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import {
  createRecordFollower,
  createRolloutCommands,
  systemClock,
} from './commands';
import { createHttpEdge, StreamSlots } from './http';
import { createLogStreams } from './logs';
import {
  createTargetAuthorizer,
  registerDeployTargetResources,
  warnOfOpenPermissions,
} from './permissions';
import { createRecordStore } from './records';
import { createRolloutReader, NamespaceWatchers } from './rollouts';
import { createRouter } from './router';
import { createRolloutStreams } from './stream';
import {
  createGroupDirectory,
  createTargetResolver,
  readPortalNamespace,
} from './targets';
import { limitLists } from './workloads';

/**
 * The backend of EKS Deploy: Rollouts of catalog entities, and the commands that change them.
 *
 * @internal
 */
export const eksDeployPlugin = createBackendPlugin({
  pluginId: 'eks-deploy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        auditor,
        auth,
        catalog,
        config,
        database,
        discovery,
        httpAuth,
        httpRouter,
        instance,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
      }) {
        const eksDeploy = readEksDeployConfig(config);
        await warnOfOpenPermissions({ config, instance, logger });
        const { aws, limits } = eksDeploy;
        const integrations = ScmIntegrations.fromConfig(config);
        const credentials = DefaultAwsCredentialsManager.fromConfig(config);

        // Watching has its own limits, and must not wait for what somebody reads live.
        const watched = createProxyClusterClient({ auth, discovery, logger });
        const clusters = limitLists(watched);
        // What is only looked at must not hold up what is changed, nor either the following of it.
        const commanded = limitLists(watched, { atOnce: 2 });
        const followed = limitLists(watched, { atOnce: 2, background: true });
        const github = createGithubClient({ integrations, logger });
        const images = createEcrImageLister({ aws, credentials, logger });
        const eksClusters =
          aws && createEksClusterLister({ aws, credentials, logger });

        const targets = createTargetResolver({
          catalog,
          config: eksDeploy,
          integrations,
          groups: createGroupDirectory({ catalog, auth }),
          portalNamespace: readPortalNamespace(),
        });
        registerDeployTargetResources({ permissionsRegistry, targets, auth });
        const authorizer = createTargetAuthorizer({
          permissions,
          permissionsRegistry,
          logger,
        });

        const records = await createRecordStore({ database, logger });
        const follower = createRecordFollower({
          records,
          clusters: followed,
          github,
          clock: systemClock,
          logger,
        });
        const commands = createRolloutCommands({
          auditor,
          authorizer,
          targets,
          records,
          follow: follower.follow,
          clusters: commanded,
          github,
          clock: systemClock,
          logger,
        });

        const watchers = new NamespaceWatchers({
          clusters: watched,
          logger,
          most: limits.watchedNamespaces,
        });
        const reader = createRolloutReader({ watchers });
        const streams = createRolloutStreams({ reader, records });

        const logs = createLogStreams({
          auditor,
          authorizer,
          targets,
          clusters,
        });

        const router = createRouter({
          httpAuth,
          permissions,
          authorizer,
          targets,
          clusters,
          reader,
          streams,
          logs,
          slots: {
            rolloutStreams: new StreamSlots(
              'streams of Rollouts',
              limits.rolloutStreams,
            ),
            logStreams: new StreamSlots('log streams', limits.logStreams),
          },
          records,
          commands,
          images,
          eksClusters,
        });
        httpRouter.use(createHttpEdge(router, { logger }));

        lifecycle.addStartupHook(() => follower.start());
        lifecycle.addShutdownHook(async () => {
          streams.closeAll();
          logs.closeAll();
          watchers.stop();
          await follower.stop();
        });
      },
    });
  },
});
