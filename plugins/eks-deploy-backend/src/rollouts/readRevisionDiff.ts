import { NotFoundError } from '@backstage/errors';
import type { RevisionDiff } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { getTemplateChanges } from './getTemplateChanges';
import { readRevisioned } from './readRevisioned';

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
  const { row, replicaSets } = await readRevisioned(clusters, target, workload);
  const find = (revision: number) => {
    const found = replicaSets.find(
      replicaSet => replicaSet.row.revision === revision,
    );
    if (!found) {
      throw new NotFoundError(
        `${workload} has no revision ${revision}; list its revisions again`,
      );
    }
    return found.template;
  };
  const from = revisions.against ?? row.revision;
  const to = revisions.revision;
  return { from, to, changes: getTemplateChanges(find(from), find(to)) };
}
