import type { ReplicaCounts } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** A Workload's pods, told apart as far as its counts allow. */
export interface PodGroups {
  /** Of the newest Revision, and available. */
  available: number;
  /** Of the newest Revision, not available yet. */
  waiting: number;
  /** Of earlier Revisions. */
  old: number;
  /** Desired, but not created yet. */
  missing: number;
}

/** Counts don't say which pods are available; old ones usually are, so they are taken to be so first. */
export function getPodGroups(counts: ReplicaCounts): PodGroups {
  const old = Math.max(0, counts.total - counts.updated);
  const available = Math.min(
    counts.updated,
    Math.max(0, counts.available - old),
  );
  return {
    available,
    waiting: counts.updated - available,
    old,
    missing: Math.max(0, counts.desired - counts.updated - old),
  };
}
