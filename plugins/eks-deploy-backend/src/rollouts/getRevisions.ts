import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getChangeCauseOrigin } from './getChangeCauseOrigin';
import { getCurrentSince } from './getCurrentSince';
import type { ConditionRow, PodRow, ReplicaSetRow } from './rows';

/**
 * The Revisions of a Workload with their ReplicaSets, newest first.
 *
 * @param pods - Theirs.
 * @param getRefusal - Why a rollback to a Revision is refused, if it is.
 */
export function getRevisions(
  workload: { uid: string; revision: number; conditions: ConditionRow[] },
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  getRefusal: (replicaSet: ReplicaSetRow) => string | undefined,
): Array<{ replicaSet: ReplicaSetRow; revision: Revision }> {
  const own = replicaSets.filter(
    ({ controller, revision }) => controller === workload.uid && revision > 0,
  );
  return own
    .sort((a, b) => b.revision - a.revision)
    .map(replicaSet => ({
      replicaSet,
      revision: {
        number: replicaSet.revision,
        images: replicaSet.images,
        createdAt: replicaSet.createdAt,
        currentSince: getCurrentSince(replicaSet, {
          current: workload.revision,
          replicaSets: own,
          pods,
          conditions: workload.conditions,
        }),
        changeCause: replicaSet.changeCause,
        changeCauseFrom: getChangeCauseOrigin(replicaSet, own),
        current: replicaSet.revision === workload.revision,
        replicas: replicaSet.replicas,
        blocked: getRefusal(replicaSet),
      },
    }));
}
