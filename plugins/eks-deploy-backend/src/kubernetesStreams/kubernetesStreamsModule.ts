import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { passStreamOn } from './passStreamOn';

/**
 * Lets the Kubernetes plugin's proxy pass a WATCH on as it comes and ends.
 *
 * @remarks
 * The default export has it already; it is for a backend that runs the Kubernetes plugin and not this one.
 *
 * @public
 */
export const kubernetesStreamsModule = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'eks-deploy-streams',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      // A module starts before its plugin, so that this comes before the plugin's routes.
      async init({ httpRouter }) {
        httpRouter.use(passStreamOn);
      },
    });
  },
});
