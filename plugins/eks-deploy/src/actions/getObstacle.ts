import type { Entity } from '@backstage/catalog-model';
import type { AsyncPermissionResult } from '@backstage/plugin-permission-react';
import type {
  Rollout,
  TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RolloutAction } from './rolloutActions';

/** Why an action can't be taken, as the rest of a sentence that begins with its name; undefined when it can. */
export function getObstacle(
  action: RolloutAction,
  options: {
    permission: AsyncPermissionResult;
    rollout: Rollout;
    entity: Entity;
    target: TargetRef;
  },
): string | undefined {
  const { permission, rollout, entity, target } = options;
  if (permission.error) {
    return 'the portal can’t tell whether you are allowed to; reload the page to ask again.';
  }
  if (!permission.loading && !permission.allowed) {
    return `you are not allowed to in ${target.environment}; ask the component’s owner.`;
  }
  return action.getObstacle(rollout, entity);
}
