import type { ConditionRow, PodRow } from '../rows';

/** A pod's condition that does not hold. */
export function findFalse(pod: PodRow, type: string): ConditionRow | undefined {
  return pod.conditions.find(
    condition => condition.type === type && condition.status === 'False',
  );
}
