import { ConflictError, NotFoundError } from '@backstage/errors';
import { toDeploymentRow, toReplicaSetRow } from '../rollouts/rows';
import type { DeploymentObject, ReplicaSetObject } from './objects';

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
  const { name, uid, revision } = toDeploymentRow(deployment);
  if (deployment.spec?.revisionHistoryLimit === 0) {
    throw new ConflictError(
      `${name} keeps no earlier revision; set its spec.revisionHistoryLimit to 1 or more, or redeploy an earlier image`,
    );
  }
  // Selectors can overlap; the controller's reference can't.
  const candidates = replicaSets
    .map(replicaSet => ({ replicaSet, row: toReplicaSetRow(replicaSet) }))
    .filter(({ row }) => row.controller === uid && row.revision > 0);
  const found = candidates.find(({ row }) => row.revision === toRevision);
  if (found) {
    return found.replicaSet;
  }
  const others = candidates
    .map(({ row }) => row.revision)
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
