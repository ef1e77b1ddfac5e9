import type { RolloutCauseKind } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ContainerRow, EventRow, PodRow } from '../rows';
import type { Finding } from './Finding';
import { getEndOccurrences, getWaitingOccurrences } from './getOccurrences';

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

/** The kubelet repeats the reason behind its own words, or leaves it to an event. */
const BACK_OFF = /^Back-off pulling image "[^"]*"(?:: \w+: )?/;

/** Why a container does not get ready, by its own state. */
export function getContainerFindings(
  pod: PodRow,
  container: ContainerRow,
  events: EventRow[],
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
  const failedNow = container.terminated && container.terminated.exitCode !== 0;
  const loops =
    waiting?.reason === 'CrashLoopBackOff' ||
    (!container.ready && restarts > 0);
  if (!ended || !(failedNow || loops)) {
    return [];
  }
  const killedBy = restarts > 0 ? findProbeEvent(events) : undefined;
  const kind = getEndKind(container, ended.reason, killedBy);
  const message = `ended with exit code ${ended.exitCode}${
    ended.reason ? ` (${ended.reason})` : ''
  }`;
  return [
    {
      kind,
      message:
        kind === 'liveness-failing' && killedBy
          ? `${killedBy.message}; ${message}`
          : message,
      ...where,
      ...getEndOccurrences(pod, container, events),
    },
  ];
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
