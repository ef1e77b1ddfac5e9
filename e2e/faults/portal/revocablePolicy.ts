import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from '@eks-deploy/backstage-plugin-eks-deploy-backend/alpha';
import { rolloutReadPermission } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { revoked } from './revoked';

const policy: PermissionPolicy = {
  async handle({ permission }) {
    const { environments } = revoked;
    if (
      environments.length === 0 ||
      !isPermission(permission, rolloutReadPermission)
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    return createDeployTargetConditionalDecision(permission, {
      not: deployTargetConditions.inEnvironment({ environments }),
    });
  },
};

/** Lets everyone do everything, but see what was revoked. */
export const revocablePolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'revocable-policy',
  register(env) {
    env.registerInit({
      deps: { extension: policyExtensionPoint },
      async init({ extension }) {
        extension.setPolicy(policy);
      },
    });
  },
});
