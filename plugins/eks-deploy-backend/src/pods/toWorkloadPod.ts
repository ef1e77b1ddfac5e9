import type {
  WorkloadContainer,
  WorkloadPod,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ContainerRow, EventRow, PodRow } from '../rollouts/rows';
import { chooseCauses } from '../rollouts/status/chooseCauses';
import { getPodFindings } from '../rollouts/status/getPodFindings';

/** What is shown of a pod. */
export function toWorkloadPod(
  pod: PodRow,
  options: { revision?: number; events: EventRow[]; now: Date },
): WorkloadPod {
  const { revision, events, now } = options;
  const ready = pod.conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  // Of a single pod everything is worth telling, also what passes by itself.
  const phase = ready && !pod.terminating ? 'complete' : 'failed';
  return {
    name: pod.name,
    revision,
    phase: pod.phase,
    ready,
    terminating: pod.terminating,
    node: pod.node,
    createdAt: pod.createdAt,
    cause: chooseCauses(
      getPodFindings(pod, events, now).map(finding => ({
        ...finding,
        revision,
      })),
      phase,
    ).cause,
    containers: pod.containers.map(toWorkloadContainer),
  };
}

function toWorkloadContainer(container: ContainerRow): WorkloadContainer {
  const { name, init, ready, restarts, running, waiting, image, digest } =
    container;
  const ended = container.terminated;
  return {
    name,
    init,
    ready,
    restarts,
    state: getState(container),
    reason: running ? undefined : waiting?.reason ?? ended?.reason,
    image,
    digest,
    hasPrevious: container.lastTerminated !== undefined,
  };
}

function getState({
  running,
  terminated,
}: ContainerRow): WorkloadContainer['state'] {
  if (running) {
    return 'running';
  }
  return terminated ? 'ended' : 'waiting';
}
