import { NotFoundError } from '@backstage/errors';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import {
  readOwnedWorkload,
  type OwnedWorkload,
  type PodTemplateObject,
} from '../workloads';
import { getArgoRefusal, getRollbackRefusal } from './refusals';
import {
  toArgoRolloutRow,
  toDeploymentRow,
  toReplicaSetRow,
  type ConditionRow,
  type ReplicaSetRow,
} from './rows';

/** A Workload whose pod templates are numbered: a Deployment or an Argo Rollout. */
export interface RevisionedWorkload {
  owned: OwnedWorkload;
  /** Of the Workload; the Revision is the current one. */
  row: {
    uid: string;
    revision: number;
    createdAt: string;
    conditions: ConditionRow[];
  };
  replicaSets: Array<{ row: ReplicaSetRow; template?: PodTemplateObject }>;
  /** Why a rollback to a Revision is refused; undefined if it isn't. */
  getRefusal(replicaSet: ReplicaSetRow): string | undefined;
}

/**
 * Reads a Workload with its Revisions, live.
 *
 * @throws NotFoundError if there is no such Workload, or its kind has no numbered Revisions.
 */
export async function readRevisioned(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<RevisionedWorkload> {
  const owned = await readOwnedWorkload(clusters, target, workload);
  const replicaSets = owned.replicaSets.map(replicaSet => ({
    row: toReplicaSetRow(replicaSet),
    template: replicaSet.spec?.template,
  }));
  switch (owned.kind) {
    case 'Deployment': {
      const row = toDeploymentRow(owned.object);
      const getRefusal = (replicaSet: ReplicaSetRow) =>
        getRollbackRefusal(row, replicaSet);
      return { owned, row, replicaSets, getRefusal };
    }
    case 'ArgoRollout': {
      const row = toArgoRolloutRow(owned.object);
      return { owned, row, replicaSets, getRefusal: () => getArgoRefusal(row) };
    }
    default:
      throw new NotFoundError(
        `${workload} is a ${owned.kind}, whose revisions are not numbered; look at its pods and events`,
      );
  }
}
