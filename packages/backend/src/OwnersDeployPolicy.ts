import type { UserInfoService } from '@backstage/backend-plugin-api';
import { kubernetesProxyPermission } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from '@eks-deploy/backstage-plugin-eks-deploy-backend/alpha';
import { rolloutCommandPermissions } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Everyone may see and do everything, but Rollout commands are their component's owner's alone, and nobody gets past them
 * by the Kubernetes plugin's proxy.
 */
export class OwnersDeployPolicy implements PermissionPolicy {
  constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, kubernetesProxyPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    const command = findCommandPermission(permission);
    if (!command) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      user.credentials,
    );
    return createDeployTargetConditionalDecision(
      command,
      deployTargetConditions.isTargetOwner({ claims: ownershipEntityRefs }),
    );
  }
}

function findCommandPermission(permission: Permission) {
  return Object.values(rolloutCommandPermissions).find(command =>
    isPermission(permission, command),
  );
}
