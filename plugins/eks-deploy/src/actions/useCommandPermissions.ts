import {
  usePermission,
  type AsyncPermissionResult,
} from '@backstage/plugin-permission-react';
import {
  rolloutCommandPermissions,
  stringifyTargetRef,
  type RolloutCommandName,
  type TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Whether the user may give each Rollout command to a DeployTarget. */
export function useCommandPermissions(
  target: TargetRef,
): Record<RolloutCommandName, AsyncPermissionResult> {
  const resourceRef = stringifyTargetRef(target);
  const { restart, rollback, redeploy } = rolloutCommandPermissions;
  return {
    restart: usePermission({ permission: restart, resourceRef }),
    rollback: usePermission({ permission: rollback, resourceRef }),
    redeploy: usePermission({ permission: redeploy, resourceRef }),
  };
}
