import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ReplicaSetRow } from './rows';

/**
 * The Revisions of a Workload with their ReplicaSets, newest first.
 *
 * @param getRefusal - Why a rollback to a Revision is refused, if it is.
 */
export function getRevisions(
  workload: { uid: string; revision: number },
  replicaSets: ReplicaSetRow[],
  getRefusal: (replicaSet: ReplicaSetRow) => string | undefined,
): Array<{ replicaSet: ReplicaSetRow; revision: Revision }> {
  return replicaSets
    .filter(
      ({ controller, revision }) => controller === workload.uid && revision > 0,
    )
    .sort((a, b) => b.revision - a.revision)
    .map(replicaSet => ({
      replicaSet,
      revision: {
        number: replicaSet.revision,
        images: replicaSet.images,
        createdAt: replicaSet.createdAt,
        changeCause: replicaSet.changeCause,
        current: replicaSet.revision === workload.revision,
        replicas: replicaSet.replicas,
        blocked: getRefusal(replicaSet),
      },
    }));
}
