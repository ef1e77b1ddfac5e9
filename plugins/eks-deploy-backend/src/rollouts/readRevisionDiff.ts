import { NotFoundError } from '@backstage/errors';
import type { RevisionDiff } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { readDeployment, readReplicaSets } from '../workloads';
import { getTemplateChanges } from './getTemplateChanges';
import { toDeploymentRow, toReplicaSetRow } from './rows';

/**
 * What changed between two Revisions of a Workload, read live.
 *
 * @param revisions - `against` is the current one when absent.
 * @throws NotFoundError if the Workload has no such Revision.
 */
export async function readRevisionDiff(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
  revisions: { revision: number; against?: number },
): Promise<RevisionDiff> {
  const [deployment, replicaSets] = await Promise.all([
    readDeployment(clusters, target, workload),
    readReplicaSets(clusters, target),
  ]);
  const { uid, revision: current } = toDeploymentRow(deployment);
  const find = (revision: number) => {
    const found = replicaSets.find(replicaSet => {
      const row = toReplicaSetRow(replicaSet);
      return row.controller === uid && row.revision === revision;
    });
    if (!found) {
      throw new NotFoundError(
        `${workload} has no revision ${revision}; list its revisions again`,
      );
    }
    return found.spec?.template;
  };
  const from = revisions.against ?? current;
  const to = revisions.revision;
  return { from, to, changes: getTemplateChanges(find(from), find(to)) };
}
