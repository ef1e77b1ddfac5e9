import type { DeploymentRow, PodRow } from './rows';
import { findCondition } from './status/getDeploymentPhase';
import { findFalse } from './status/findFalse';
import { getReadyStableAt } from './status/getFlapFinding';
import { getGateDueAt } from './status/getReadinessFindings';
import { getStuckAt } from './status/getStuckFinding';
import { getStartDueAt } from './status/judgeAvailability';
import { PATIENCE_MS } from './status/patience';
import { getStableAt } from './status/stability';

/** Node takes a longer one for none. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * In how many milliseconds time alone may change a verdict: no event tells that a pod does not go away, does not come
 * back, or has run for long enough.
 *
 * @param deployments - Those that the pods may be of.
 */
export function getNextLookMs(
  pods: PodRow[],
  now: Date,
  deployments: DeploymentRow[] = [],
): number | undefined {
  let next = Infinity;
  const consider = (at: number | undefined) => {
    if (at !== undefined && at > now.getTime() && at < next) {
      next = at;
    }
  };
  for (const pod of pods) {
    consider(getStuckAt(pod));
    consider(getGateDueAt(pod));
    pod.containers.forEach(container => consider(getStableAt(container)));
    const unready = findFalse(pod, 'Ready');
    consider(toPatienceEnd(unready?.since));
    consider(toPatienceEnd(findFalse(pod, 'PodScheduled')?.since));
    // A pod that no node has taken has no such condition.
    const ready = pod.conditions.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    );
    for (const deployment of deployments) {
      consider(getReadyStableAt(pod, deployment));
      consider(ready ? undefined : getStartDueAt(pod, deployment));
    }
  }
  for (const deployment of deployments) {
    const available = findCondition(deployment, 'Available');
    consider(
      available?.status === 'False'
        ? toPatienceEnd(available.since)
        : undefined,
    );
  }
  return Number.isFinite(next)
    ? Math.min(next - now.getTime(), LONGEST_TIMER_MS)
    : undefined;
}

function toPatienceEnd(since: string | undefined): number | undefined {
  return since === undefined ? undefined : Date.parse(since) + PATIENCE_MS;
}
