import type { ReplicaSetRow } from './rows';

/**
 * The Revision that a change cause was given for, where a later one only kept it: `kubectl set image` and
 * `kubectl rollout restart` leave the annotation as it is.
 *
 * @param replicaSets - All of the Workload; those with other numbers are compared.
 * @returns undefined where the Revision's own author gave it, or nobody did.
 */
export function getChangeCauseOrigin(
  { revision, changeCause }: { revision: number; changeCause?: string },
  replicaSets: ReplicaSetRow[],
): number | undefined {
  if (changeCause === undefined) {
    return undefined;
  }
  const earlier = replicaSets
    .filter(other => other.revision > 0 && other.revision < revision)
    .sort((a, b) => b.revision - a.revision);
  const given = earlier.findIndex(other => other.changeCause !== changeCause);
  return earlier.slice(0, given < 0 ? undefined : given).at(-1)?.revision;
}
