import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ContainerRow, EventRow, PodRow } from '../rows';
import { findFalse } from './findFalse';

/** When a failure began, when it showed last, and how often it restarted a container. */
export type Occurrences = Pick<RolloutCause, 'since' | 'lastAt' | 'restarts'>;

/**
 * Since when, and when last, a container ended.
 *
 * A container's state holds its last end alone. A pod that is not ready has not been since the condition says so, and the
 * event about the kubelet's back-off keeps when it was first seen as long as it comes again.
 *
 * @param events - Those about this pod.
 */
export function getEndOccurrences(
  pod: PodRow,
  container: ContainerRow,
  events: EventRow[],
): Occurrences {
  const { terminated, lastTerminated, restarts, ready } = container;
  const ends = [terminated?.finishedAt, lastTerminated?.finishedAt];
  const [lastAt] = ends
    .filter(at => at !== undefined)
    .sort()
    .slice(-1);
  const [since] = [
    ...ends,
    ready ? undefined : findFalse(pod, 'ContainersReady')?.since,
    ...events
      .filter(({ message }) => isBackOff(message, container.name))
      .map(({ firstSeenAt }) => firstSeenAt),
  ]
    .filter(at => at !== undefined)
    .sort();
  return { since, lastAt, restarts: restarts || undefined };
}

/**
 * Since when a container waits for what can't be had, e.g. its image: since the pod is not ready, or its last run ended.
 *
 * @param event - What was said of it last.
 */
export function getWaitingOccurrences(
  pod: PodRow,
  { lastTerminated, restarts }: ContainerRow,
  event: EventRow | undefined,
): Occurrences {
  return {
    since:
      lastTerminated?.finishedAt ??
      findFalse(pod, 'ContainersReady')?.since ??
      pod.createdAt,
    lastAt: event?.lastSeenAt,
    restarts: restarts || undefined,
  };
}

/** Says the kubelet of each restart after the first: `Back-off restarting failed container app in pod …`. */
const BACK_OFF = 'Back-off restarting failed container';

/** Older kubelets leave the container's name out. */
function isBackOff(message: string, container: string): boolean {
  return (
    message.startsWith(BACK_OFF) &&
    [container, undefined].includes(
      message.slice(BACK_OFF.length).split(' ')[1],
    )
  );
}
