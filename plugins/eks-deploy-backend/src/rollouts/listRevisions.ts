import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordStore } from '../records';
import type { DeployTarget } from '../targets';
import { readDeployment, readPods, readReplicaSets } from '../workloads';
import { findRevisionRecord } from './findRevisionRecord';
import { getCommit } from './getCommit';
import { getRevisions } from './getRevisions';
import { withDigests } from './rolloutParts';
import { toDeploymentRow, toPodRow, toReplicaSetRow } from './rows';

/** How far back it is looked for who asked for a Revision. */
const NEWEST_RECORDS = 100;

/** The Revisions of a Workload, read live: what is chosen from them is acted on. */
export async function listRevisions(
  { clusters, records }: { clusters: ClusterClient; records: RecordStore },
  target: DeployTarget,
  workload: string,
): Promise<Revision[]> {
  const [deployment, replicaSets, told] = await Promise.all([
    readDeployment(clusters, target, workload),
    readReplicaSets(clusters, target),
    records.list(target.entityRef, {
      environments: [target.environment],
      limit: NEWEST_RECORDS,
    }),
  ]);
  const pods = await readPods(clusters, target, {
    metadata: deployment.metadata ?? {},
    selector: deployment.spec?.selector,
    replicaSets,
  });
  const row = toDeploymentRow(deployment);
  const rows = replicaSets.map(toReplicaSetRow);
  const podRows = pods.map(toPodRow);
  const own = told.filter(record => record.workload === workload);

  return getRevisions(row, rows).map(({ replicaSet, revision }) => {
    const record = findRevisionRecord(row, replicaSet, own);
    return {
      ...revision,
      images: withDigests(
        revision.images,
        podRows.filter(({ controller }) => controller === replicaSet.uid),
      ),
      recordId: record?.id,
      requestedBy: record?.requestedBy,
      commit: getCommit(revision.images, target.repository),
    };
  });
}
