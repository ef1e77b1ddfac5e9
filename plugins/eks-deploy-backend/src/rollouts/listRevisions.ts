import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordStore } from '../records';
import type { DeployTarget } from '../targets';
import { readPods } from '../workloads';
import { findRevisionRecord } from './findRevisionRecord';
import { getCommit } from './getCommit';
import { getRevisions } from './getRevisions';
import { toRecordScope } from './listRecords';
import { readRevisioned } from './readRevisioned';
import { withDigests } from './rolloutParts';
import { toPodRow } from './rows';

/** How far back it is looked for who asked for a Revision. */
const NEWEST_RECORDS = 100;

/** The Revisions of a Workload, read live: what is chosen from them is acted on. */
export async function listRevisions(
  { clusters, records }: { clusters: ClusterClient; records: RecordStore },
  target: DeployTarget,
  workload: string,
): Promise<Revision[]> {
  const [{ owned, row, replicaSets, getRefusal }, own] = await Promise.all([
    readRevisioned(clusters, target, workload),
    records.listEffective(toRecordScope(target.entityRef, [target]), {
      workload,
      limit: NEWEST_RECORDS,
    }),
  ]);
  const pods = (await readPods(clusters, target, owned)).map(toPodRow);
  const rows = replicaSets.map(replicaSet => replicaSet.row);

  return getRevisions(row, rows, pods, getRefusal).map(
    ({ replicaSet, revision }) => {
      const record = findRevisionRecord(row, replicaSet, own);
      return {
        ...revision,
        images: withDigests(
          revision.images,
          pods.filter(({ controller }) => controller === replicaSet.uid),
        ),
        recordId: record?.id,
        requestedBy: record?.requestedBy,
        commit: getCommit(revision.images, target.repository),
      };
    },
  );
}
