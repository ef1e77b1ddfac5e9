import type { UserInfoService } from '@backstage/backend-plugin-api';
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

/** Everyone may see and do everything, but Rollout commands are their component's owner's alone. */
export class OwnersDeployPolicy implements PermissionPolicy {
  constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
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
