import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getRollbackRefusal } from './refusals';
import type { DeploymentRow, ReplicaSetRow } from './rows';

/** The Revisions of a Deployment with their ReplicaSets, newest first, each with the reason why a rollback to it is refused, if it is. */
export function getRevisions(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): Array<{ replicaSet: ReplicaSetRow; revision: Revision }> {
  return replicaSets
    .filter(
      ({ controller, revision }) =>
        controller === deployment.uid && revision > 0,
    )
    .sort((a, b) => b.revision - a.revision)
    .map(replicaSet => ({
      replicaSet,
      revision: {
        number: replicaSet.revision,
        images: replicaSet.images,
        createdAt: replicaSet.createdAt,
        changeCause: replicaSet.changeCause,
        current: replicaSet.revision === deployment.revision,
        replicas: replicaSet.replicas,
        blocked: getRollbackRefusal(deployment, replicaSet),
      },
    }));
}
