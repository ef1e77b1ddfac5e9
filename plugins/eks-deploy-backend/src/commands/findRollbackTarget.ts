import { ConflictError, NotFoundError } from '@backstage/errors';
import { getHistoryRefusal } from '../rollouts/refusals';
import { toDeploymentRow, toReplicaSetRow } from '../rollouts/rows';
import type { DeploymentObject, ReplicaSetObject } from '../workloads';

/**
 * The ReplicaSet that holds a Revision of a Deployment.
 *
 * @param replicaSets - Any of the Deployment's namespace; others than its own are left out of account.
 * @throws NotFoundError naming the Revisions there are; ConflictError if the Deployment keeps none.
 */
export function findRollbackTarget(
  deployment: DeploymentObject,
  replicaSets: ReplicaSetObject[],
  toRevision: number,
): ReplicaSetObject {
  const row = toDeploymentRow(deployment);
  const { name, uid, revision } = row;
  const refusal = getHistoryRefusal(row);
  if (refusal) {
    throw new ConflictError(refusal);
  }
  // Selectors can overlap; the controller's reference can't.
  const candidates = replicaSets
    .map(replicaSet => ({ replicaSet, ...toReplicaSetRow(replicaSet) }))
    .filter(
      ({ controller, revision: number }) => controller === uid && number > 0,
    );
  const found = candidates.find(
    ({ revision: number }) => number === toRevision,
  );
  if (found) {
    return found.replicaSet;
  }
  const others = candidates
    .map(({ revision: number }) => number)
    .filter(number => number !== revision)
    .sort((a, b) => b - a);
  throw new NotFoundError(
    others.length === 0
      ? `${name} has no revision ${toRevision}, nor any other to go back to; redeploy an earlier image`
      : `${name} has no revision ${toRevision}; it can go back to ${others.join(
          ', ',
        )}`,
  );
}
