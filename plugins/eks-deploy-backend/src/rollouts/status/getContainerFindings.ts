import type { RolloutCauseKind } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ContainerRow, EventRow, PodRow, TerminationRow } from '../rows';
import type { Finding } from './Finding';
import { getEndOccurrences, getWaitingOccurrences } from './getOccurrences';
import { getRunMs, getStableAt } from './stability';

const WAITING_KINDS: Record<string, RolloutCauseKind> = {
  ErrImagePull: 'image-pull',
  ImagePullBackOff: 'image-pull',
  ErrImageNeverPull: 'image-pull',
  InvalidImageName: 'image-pull',
  ImageInspectError: 'image-pull',
  RegistryUnavailable: 'image-pull',
  CreateContainerConfigError: 'missing-config',
  CreateContainerError: 'container-start',
  RunContainerError: 'container-start',
  PreStartHookError: 'container-start',
  PostStartHookError: 'container-start',
};

/** How a container ended that never began. */
const NOT_STARTED = ['StartError', 'ContainerCannotRun'];
/** One that ends sooner than this never really ran. */
const START_MS = 30_000;

/** The kubelet repeats the reason behind its own words, or leaves it to an event. */
const BACK_OFF = /^Back-off pulling image "[^"]*"(?:: \w+: )?/;

/**
 * Why a container does not get ready, by its own state; what ended it the last time until it counts as stable, so that
 * the verdict does not change with each of its restarts.
 */
export function getContainerFindings(
  pod: PodRow,
  container: ContainerRow,
  events: EventRow[],
  now: Date,
): Finding[] {
  const { waiting, restarts } = container;
  const where = { pod: pod.name, container: container.name };
  const waitingKind = WAITING_KINDS[waiting?.reason ?? ''];
  if (waitingKind) {
    const pull = findPullEvent(events);
    const message = getWaitingMessage(container, pull);
    const occurrences = getWaitingOccurrences(pod, container, pull);
    return [{ kind: waitingKind, message, ...where, ...occurrences }];
  }
  const ended = container.terminated ?? container.lastTerminated;
  if (!ended || !hasFailed(container, now)) {
    return [];
  }
  const killedBy = restarts > 0 ? findProbeEvent(events) : undefined;
  const kind = getEndKind(container, ended.reason, killedBy);
  const message = describeEnd(ended, restarts);
  return [
    {
      kind,
      message:
        kind === 'liveness-failing' && killedBy
          ? `${killedBy.message}; ${message}`
          : message,
      ...where,
      ...getEndOccurrences(pod, container, events),
      unstable: !container.init,
      stableAt: getStableAt(container),
      flapping: restarts > 1 && (container.ready || pod.wasReady),
    },
  ];
}

/** It is down, was down and is not ready again, or is ready and may go down again at any moment. */
function hasFailed(container: ContainerRow, now: Date): boolean {
  const { init, ready, restarts, terminated, waiting } = container;
  const stableAt = getStableAt(container);
  if (terminated) {
    // Containers of these pods run for ever, only init containers may end.
    return !init || terminated.exitCode !== 0;
  }
  return (
    waiting?.reason === 'CrashLoopBackOff' ||
    (!ready && restarts > 0) ||
    (stableAt !== undefined && now.getTime() < stableAt)
  );
}

function describeEnd(ended: TerminationRow, restarts: number): string {
  const reason = ended.reason ? ` (${ended.reason})` : '';
  if (restarts === 0) {
    const ranMs = getRunMs(ended) ?? 0;
    const when =
      ranMs < START_MS ? 'at its start' : `after ${toWords(ranMs / 1_000)}`;
    return `exited with code ${ended.exitCode} ${when}${reason}`;
  }
  return `ended with exit code ${ended.exitCode}${reason}`;
}

function toWords(seconds: number): string {
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = seconds / 60;
  return minutes < 90
    ? `${Math.round(minutes)} min`
    : `${Math.round(minutes / 60)} h`;
}

function getWaitingMessage(
  { waiting }: ContainerRow,
  event: EventRow | undefined,
): string {
  const own = (waiting?.message ?? '').replace(BACK_OFF, '');
  return redactMessage(
    own || event?.message || waiting?.message || waiting?.reason || '',
  );
}

function findPullEvent(events: EventRow[]): EventRow | undefined {
  return events.find(
    ({ reason, message }) =>
      reason === 'Failed' && message.startsWith('Failed to pull image'),
  );
}

/** Liveness and startup probes kill a container, readiness probes never do. */
function findProbeEvent(events: EventRow[]): EventRow | undefined {
  return events.find(
    ({ reason, message }) =>
      reason === 'Unhealthy' && /^(?:Liveness|Startup) probe/.test(message),
  );
}

function getEndKind(
  container: ContainerRow,
  reason: string | undefined,
  killedBy: EventRow | undefined,
): RolloutCauseKind {
  if (reason === 'OOMKilled') {
    return 'oom-killed';
  }
  if (NOT_STARTED.includes(reason ?? '')) {
    return 'container-start';
  }
  if (container.init) {
    return 'init-failure';
  }
  return killedBy ? 'liveness-failing' : 'crash-loop';
}
