import type { DeploymentRow, EventRow, PodRow } from '../rows';
import type { Finding } from './Finding';
import { findCondition } from './getDeploymentPhase';
import { isReadinessEvent, lastsLong } from './getReadinessFindings';

/** How long a pod that was not ready has to be ready again. */
const STABLE_MS = 60_000;

/**
 * That a pod's readiness probe failed for long or often, and may fail again: it is ready, but only since a moment ago.
 *
 * @param events - Those about this pod, the latest first.
 */
export function getFlapFinding(
  pod: PodRow,
  events: EventRow[],
  deployment: DeploymentRow,
  now: Date,
): Finding[] {
  const stableAt = getReadyStableAt(pod, deployment);
  const event = events.find(isReadinessEvent);
  return stableAt !== undefined &&
    now.getTime() < stableAt &&
    event &&
    lastsLong(event)
    ? [
        {
          kind: 'readiness-failing',
          message: event.message,
          pod: pod.name,
          since: event.firstSeenAt,
          unstable: true,
          flapping: true,
          stableAt,
        },
      ]
    : [];
}

/**
 * When a pod that became ready once more counts as stable, in milliseconds since the epoch. At a rollout's end all its pods
 * are ready: one of them that became ready later was not for a while.
 */
export function getReadyStableAt(
  pod: PodRow,
  deployment: DeploymentRow,
): number | undefined {
  const doneAt = findCondition(deployment, 'Progressing');
  const readySince =
    pod.conditions.find(
      ({ type, status }) => type === 'Ready' && status === 'True',
    )?.since ?? '';
  return !pod.terminating &&
    doneAt?.reason === 'NewReplicaSetAvailable' &&
    pod.createdAt < (doneAt.since ?? '') &&
    readySince > (doneAt.since ?? '')
    ? Date.parse(readySince) + STABLE_MS
    : undefined;
}
