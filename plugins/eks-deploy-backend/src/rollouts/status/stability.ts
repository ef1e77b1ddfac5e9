import type { ContainerRow, PodRow, TerminationRow } from '../rows';

/** A container that ran at least as long as this before it failed does not loop: the kubelet forgets its back-off too. */
const LOOP_MS = 600_000;
const SHORTEST_MS = 60_000;

/**
 * When a container that failed and runs again counts as stable: once it has run twice as long as the time before.
 *
 * @returns Milliseconds since the epoch; undefined if it never failed or does not run.
 */
export function getStableAt(container: ContainerRow): number | undefined {
  const { lastTerminated, running, startedAt } = container;
  if (!lastTerminated || !running || container.init) {
    return undefined;
  }
  const since = Date.parse(startedAt ?? lastTerminated.finishedAt ?? '');
  return Number.isNaN(since) ? undefined : since + getTrialMs(lastTerminated);
}

/** Whether a container failed, and is down or has not run for long enough since. */
export function isUnstable(container: ContainerRow, now: Date): boolean {
  if (container.init) {
    return false;
  }
  const stableAt = getStableAt(container);
  return stableAt === undefined ? isDown(container) : now.getTime() < stableAt;
}

/**
 * Whether no container of these pods has failed lately. Between two crashes every pod can be available for a moment: a
 * change has succeeded only once its pods are stable too.
 */
export function isStable(pods: PodRow[], now: Date): boolean {
  return !pods
    .filter(({ terminating }) => !terminating)
    .some(({ containers }) =>
      containers.some(container => isUnstable(container, now)),
    );
}

/** How the container that failed last among these pods ended. */
export function findLatestFailure(
  pods: PodRow[],
): (TerminationRow & { pod: string; container: string }) | undefined {
  return pods
    .flatMap(({ name: pod, containers }) =>
      containers.flatMap(({ name, init, terminated, lastTerminated }) => {
        const ended = terminated ?? lastTerminated;
        return !init && ended ? [{ ...ended, pod, container: name }] : [];
      }),
    )
    .sort((a, b) => (a.finishedAt ?? '').localeCompare(b.finishedAt ?? ''))
    .at(-1);
}

/** Milliseconds that a container ran before it ended; undefined if nobody says. */
export function getRunMs({
  startedAt,
  finishedAt,
}: TerminationRow): number | undefined {
  const ran = Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '');
  return Number.isNaN(ran) ? undefined : ran;
}

function isDown({ terminated, waiting }: ContainerRow): boolean {
  return terminated !== undefined || waiting?.reason === 'CrashLoopBackOff';
}

function getTrialMs(ended: TerminationRow): number {
  const ranMs = getRunMs(ended) ?? 0;
  return ranMs < LOOP_MS
    ? Math.min(Math.max(2 * ranMs, SHORTEST_MS), LOOP_MS)
    : SHORTEST_MS;
}
