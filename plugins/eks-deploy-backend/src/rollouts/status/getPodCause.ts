import type {
  RolloutCause,
  RolloutCauseKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ConditionRow, ContainerRow, PodRow } from '../rows';
import { shortenMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';

const WAITING_KINDS: Record<string, RolloutCauseKind> = {
  ErrImagePull: 'image-pull',
  ImagePullBackOff: 'image-pull',
  ErrImageNeverPull: 'image-pull',
  InvalidImageName: 'image-pull',
  ImageInspectError: 'image-pull',
  RegistryUnavailable: 'image-pull',
  CreateContainerConfigError: 'missing-config',
  CreateContainerError: 'missing-config',
};

/** Why a pod does not become ready, if it tells; a pod that is going away tells nothing. */
export function getPodCause(pod: PodRow): RolloutCause[] {
  if (pod.terminating) {
    return [];
  }
  const unscheduled = findCondition(pod, 'PodScheduled');
  if (unscheduled) {
    return [
      {
        kind: 'unschedulable',
        message: shortenMessage(unscheduled.message ?? 'no node takes the pod'),
        pod: pod.name,
        since: unscheduled.since,
      },
    ];
  }
  const causes = pod.containers.flatMap(container =>
    getContainerCause(pod, container),
  );
  return causes.length > 0 ? causes : getReadinessCause(pod);
}

function getContainerCause(
  pod: PodRow,
  container: ContainerRow,
): RolloutCause[] {
  const { waiting, restarts } = container;
  const ended = container.terminated ?? container.lastTerminated;
  const where = { pod: pod.name, container: container.name };
  const waitingKind = WAITING_KINDS[waiting?.reason ?? ''];
  if (waitingKind) {
    return [
      {
        kind: waitingKind,
        message: shortenMessage(waiting?.message ?? waiting?.reason ?? ''),
        ...where,
        since: pod.createdAt,
      },
    ];
  }
  const failedNow = container.terminated && container.terminated.exitCode !== 0;
  const loops =
    waiting?.reason === 'CrashLoopBackOff' ||
    (!container.ready && restarts > 0);
  if (!ended || !(failedNow || loops)) {
    return [];
  }
  return [
    {
      kind: getEndKind(container, ended.reason),
      message: `ended with exit code ${ended.exitCode}${
        ended.reason ? ` (${ended.reason})` : ''
      }, restarted ${restarts} times`,
      ...where,
      since: ended.finishedAt,
    },
  ];
}

function getEndKind(
  container: ContainerRow,
  reason: string | undefined,
): RolloutCauseKind {
  if (reason === 'OOMKilled') {
    return 'oom-killed';
  }
  return container.init ? 'init-failure' : 'crash-loop';
}

/** A container that runs and isn't ready is starting or failing its probe; the Rollout's deadline tells which. */
function getReadinessCause(pod: PodRow): RolloutCause[] {
  const unready = findCondition(pod, 'ContainersReady');
  const container = pod.containers.find(
    ({ init, running, ready }) => !init && running && !ready,
  );
  if (!unready || !container) {
    return [];
  }
  return [
    {
      kind: 'readiness-failing',
      message: shortenMessage(unready.message ?? 'it runs and is not ready'),
      pod: pod.name,
      container: container.name,
      since: unready.since,
    },
  ];
}

/** A condition that does not hold. */
function findCondition(pod: PodRow, type: string): ConditionRow | undefined {
  return pod.conditions.find(
    condition => condition.type === type && condition.status === 'False',
  );
}
