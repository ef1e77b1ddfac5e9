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
  const ofKind = getKindObstacle(rollout);
  if (ofKind) {
    return ofKind;
  }
  if (permission.error) {
    return 'the portal can’t tell whether you are allowed to; reload the page to ask again.';
  }
  if (!permission.loading && !permission.allowed) {
    return `you are not allowed to in ${target.environment}; ask the component’s owner.`;
  }
  return action.getObstacle(rollout, entity);
}

function getKindObstacle({ kind, workload }: Rollout): string | undefined {
  switch (kind) {
    case 'Deployment':
      return undefined;
    case 'ArgoRollout':
      return `an Argo Rollout is only shown here; use kubectl argo rollouts (restart, undo or set image ${workload}).`;
    default:
      return `a ${kind} is only shown here; use kubectl rollout (restart or undo ${kind.toLocaleLowerCase(
        'en-US',
      )}/${workload}).`;
  }
}
