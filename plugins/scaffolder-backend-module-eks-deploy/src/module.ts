import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createActions } from './actions';
import { createFilters } from './filters';

/**
 * Adds this module's actions and filters to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleEksDeploy = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'eks-deploy',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
      },
      async init({ catalog, actions, templating }) {
        actions.addActions(...createActions({ catalog }));
        templating.addTemplateFilters(createFilters());
      },
    });
  },
});
