import type { WorkloadPodList } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { toPodRow, toReplicaSetRow } from '../rollouts/rows';
import { groupAbout } from '../rollouts/status/getRolloutStatus';
import type { DeployTarget } from '../targets';
import { isRightMissing, readOwnedWorkload, readPods } from '../workloads';
import { readEvents } from './readEvents';
import { toWorkloadPod } from './toWorkloadPod';

/** The pods of a Workload, read live: newest Revision first, and what is wrong with each. */
export async function listPods(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<WorkloadPodList> {
  const owned = await readOwnedWorkload(clusters, target, workload);
  const [pods, events] = await Promise.all([
    readPods(clusters, target, owned),
    readEvents(clusters, target, 'Warning').catch((error: unknown) => {
      if (isRightMissing(error)) {
        return undefined;
      }
      throw error;
    }),
  ]);
  const revisions = new Map(
    owned.replicaSets
      .map(toReplicaSetRow)
      .map(({ uid, revision }) => [uid, revision]),
  );
  const findAbout = groupAbout(events ?? []);
  const now = new Date();
  const items = pods
    .map(toPodRow)
    .map(row =>
      toWorkloadPod(row, {
        revision: revisions.get(row.controller ?? ''),
        events: findAbout(row),
        now,
      }),
    )
    .sort(
      (a, b) =>
        (b.revision ?? 0) - (a.revision ?? 0) || a.name.localeCompare(b.name),
    );
  return events ? { items } : { items, unread: ['events'] };
}
