import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { endTogether } from './endTogether';

/** Lets the Kubernetes plugin's proxy pass on how a WATCH ends. */
export const kubernetesStreamsModule = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'eks-deploy-streams',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      // A module starts before its plugin, so that this comes before the plugin's routes.
      async init({ httpRouter }) {
        httpRouter.use(endTogether);
      },
    });
  },
});
