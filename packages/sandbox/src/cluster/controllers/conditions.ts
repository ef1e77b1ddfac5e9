import { timestamp, type Condition } from '../objects';

/** The condition of a type. */
export function findCondition(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/** A condition that holds from now on. */
export function newCondition(
  type: string,
  status: Condition['status'],
  reason: string,
  message: string,
  now: number = Date.now(),
): Condition {
  const at = timestamp(now);
  return {
    type,
    status,
    lastUpdateTime: at,
    lastTransitionTime: at,
    reason,
    message,
  };
}

/** Sets a condition unless it already says so; the transition time changes with the status only. */
export function setCondition(
  conditions: Condition[] | undefined,
  condition: Condition,
): Condition[] {
  const current = findCondition(conditions, condition.type);
  if (
    current?.status === condition.status &&
    current.reason === condition.reason
  ) {
    return conditions ?? [];
  }
  return [
    ...removeCondition(conditions, condition.type),
    current?.status === condition.status
      ? { ...condition, lastTransitionTime: current.lastTransitionTime }
      : condition,
  ];
}

/** The conditions without those of a type. */
export function removeCondition(
  conditions: Condition[] | undefined,
  type: string,
): Condition[] {
  return (conditions ?? []).filter(condition => condition.type !== type);
}
