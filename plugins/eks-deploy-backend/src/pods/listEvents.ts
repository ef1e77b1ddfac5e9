import type { WorkloadEvent } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { EventRow } from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import { readOwnedWorkload, type OwnedWorkload } from '../workloads';
import { readEvents } from './readEvents';

const MOST_EVENTS = 100;

/** What the cluster says of a Workload, its ReplicaSets and its pods, those that are gone included; newest first. */
export async function listEvents(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<WorkloadEvent[]> {
  const [owned, events] = await Promise.all([
    readOwnedWorkload(clusters, target, workload),
    readEvents(clusters, target),
  ]);
  const isAbout = createFilter(owned);
  return events
    .filter(isAbout)
    .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))
    .slice(0, MOST_EVENTS)
    .map(({ type, reason, message, about, count, ...times }) => ({
      type,
      reason,
      message,
      object: `${about.kind}/${about.name}`,
      count,
      firstSeenAt: times.firstSeenAt,
      lastSeenAt: times.lastSeenAt,
    }));
}

/** A pod that is gone can be told by its name alone: its ReplicaSet's, and five letters. */
function createFilter({ metadata, replicaSets }: OwnedWorkload) {
  const owners = [metadata, ...replicaSets.map(owner => owner.metadata ?? {})];
  const uids = new Set(owners.map(({ uid }) => uid));
  const parents = new Set(
    (replicaSets.length > 0 ? owners.slice(1) : owners).map(({ name }) => name),
  );
  return ({ about }: EventRow) =>
    uids.has(about.uid) ||
    (about.kind === 'Pod' &&
      parents.has(about.name.slice(0, about.name.lastIndexOf('-'))));
}
