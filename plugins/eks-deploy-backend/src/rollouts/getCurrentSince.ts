import type { ConditionRow, PodRow, ReplicaSetRow } from './rows';

/** What tells since when a Revision is the current one. */
export interface RevisionSigns {
  /** The current one's number. */
  current: number;
  /** All ReplicaSets of the Workload. */
  replicaSets: ReplicaSetRow[];
  /** Their pods. */
  pods: PodRow[];
  /** Of the Workload. */
  conditions: ConditionRow[];
}

/**
 * Since when a Revision is, or was, the current one.
 *
 * A new ReplicaSet is current from its creation on. Of one that a rollback brings back Kubernetes keeps no time: its first
 * new pod and the last progress of its rollout both came soon after, and the earlier one is nearest.
 *
 * @returns undefined where that is not known: of one that was brought back and has no pods, as it is replaced again,
 *   paused or scaled to 0.
 */
export function getCurrentSince(
  { uid, revision, createdAt, reused, replicas }: ReplicaSetRow,
  { current, replicaSets, pods, conditions }: RevisionSigns,
): string | undefined {
  if (!reused) {
    return createdAt;
  }
  if (revision !== current || replicas === 0) {
    return undefined;
  }
  // A ReplicaSet that was created later would have a higher number.
  const [earliest] = replicaSets
    .map(other => other.createdAt)
    .sort()
    .slice(-1);
  const [first] = [
    ...pods
      .filter(({ controller }) => controller === uid)
      .map(pod => pod.createdAt),
    conditions.find(({ type }) => type === 'Progressing')?.since,
  ]
    .filter(at => at !== undefined)
    .filter(at => at >= earliest)
    .sort();
  return first;
}
