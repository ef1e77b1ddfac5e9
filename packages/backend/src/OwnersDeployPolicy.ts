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
import {
  podLogReadPermission,
  rolloutCommandPermissions,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Everyone may see and do everything, but Rollout commands and logs, in which anything may stand, are their component's
 * owner's alone, and nobody gets past that by the Kubernetes plugin's proxy.
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
    const forOwners = findOwnersPermission(permission);
    if (!forOwners) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      user.credentials,
    );
    return createDeployTargetConditionalDecision(
      forOwners,
      deployTargetConditions.isTargetOwner({ claims: ownershipEntityRefs }),
    );
  }
}

function findOwnersPermission(permission: Permission) {
  return [
    podLogReadPermission,
    ...Object.values(rolloutCommandPermissions),
  ].find(forOwners => isPermission(permission, forOwners));
}
