import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { OwnersDeployPolicy } from './OwnersDeployPolicy';

/** Who may do what in this portal. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-deploy-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo }) {
        policy.setPolicy(new OwnersDeployPolicy(userInfo));
      },
    });
  },
});
