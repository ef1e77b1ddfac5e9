import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, ReplicaSetRow } from './rows';

/**
 * The Revisions of a Deployment, newest first, each with the reason why a rollback to it is refused, if it is.
 *
 * The reasons are those of `kubectl rollout undo`: a paused Deployment, and a template that is live already.
 */
export function getRevisions(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): Revision[] {
  return replicaSets
    .filter(
      ({ controller, revision }) =>
        controller === deployment.uid && revision > 0,
    )
    .sort((a, b) => b.revision - a.revision)
    .map(replicaSet => ({
      number: replicaSet.revision,
      images: replicaSet.images,
      createdAt: replicaSet.createdAt,
      changeCause: replicaSet.changeCause,
      current: replicaSet.revision === deployment.revision,
      replicas: replicaSet.replicas,
      blocked: getBlocked(deployment, replicaSet),
    }));
}

function getBlocked(
  deployment: DeploymentRow,
  replicaSet: ReplicaSetRow,
): string | undefined {
  if (replicaSet.revision === deployment.revision) {
    return 'It is the current Revision.';
  }
  if (deployment.paused) {
    return 'The Deployment is paused: resume it first.';
  }
  if (replicaSet.template === deployment.template) {
    return 'Its pod template is the same as the current one.';
  }
  return undefined;
}
