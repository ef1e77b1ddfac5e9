import { createHash } from 'node:crypto';
import {
  timestamp,
  type Condition,
  type Container,
  type ContainerState,
  type ContainerStatus,
  type Pod,
} from '../objects';

/** The state a container starts in. */
export const CREATING: ContainerState = {
  waiting: { reason: 'ContainerCreating' },
};

/** The status of a pod whose containers are about to be created. */
export function startingStatus(pod: Pod, hostIP: string): Pod['status'] {
  const statuses = pod.spec.containers.map(container =>
    containerStatus(container, CREATING),
  );
  return {
    ...pod.status,
    phase: 'Pending',
    startTime: pod.status.startTime ?? timestamp(),
    hostIP,
    hostIPs: [{ ip: hostIP }],
    containerStatuses: statuses,
    conditions: conditionsOf(pod, statuses),
  };
}

/** The status after one container changed; phase and conditions follow from all of them. */
export function withContainer(
  pod: Pod,
  name: string,
  change: (status: ContainerStatus) => ContainerStatus,
): Pod['status'] {
  const containerStatuses = (pod.status.containerStatuses ?? []).map(status =>
    status.name === name ? change(status) : status,
  );
  const wasStarted = containerStatuses.some(
    ({ state, lastState }) =>
      state.running || state.terminated || lastState.terminated,
  );
  const podIP =
    pod.status.podIP ?? (wasStarted ? addressOf(pod.metadata.uid) : undefined);
  return {
    ...pod.status,
    phase: wasStarted ? 'Running' : 'Pending',
    ...(podIP && { podIP, podIPs: [{ ip: podIP }] }),
    containerStatuses,
    conditions: conditionsOf(pod, containerStatuses),
  };
}

/** A digest that stays the same for a reference: the one in it, or one made from it. */
export function imageIdOf(image: string): string {
  const [reference, digest] = image.split('@');
  const repository = reference.replace(/:[^/:]+$/, '');
  return `${repository}@${
    digest ?? `sha256:${createHash('sha256').update(reference).digest('hex')}`
  }`;
}

function containerStatus(
  { name, image }: Container,
  state: ContainerState,
): ContainerStatus {
  return {
    name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state,
    lastState: {},
  };
}

function conditionsOf(pod: Pod, statuses: ContainerStatus[]): Condition[] {
  const unready = statuses
    .filter(({ ready }) => !ready)
    .map(({ name }) => name);
  const notReady = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
  const isReady = unready.length === 0;
  const gates = (pod.spec.readinessGates ?? []).filter(
    gate =>
      !pod.status.conditions?.some(
        ({ type, status }) => type === gate.conditionType && status === 'True',
      ),
  );
  const gated = {
    reason: 'ReadinessGatesNotReady',
    message: gates
      .map(
        ({ conditionType }) =>
          `corresponding condition of pod readiness gate "${conditionType}" does not exist.`,
      )
      .join(', '),
  };
  let readyDetail: { reason?: string; message?: string } = {};
  if (!isReady) readyDetail = notReady;
  else if (gates.length) readyDetail = gated;
  const isStarted = statuses.some(({ state }) => !state.waiting);
  const own = [
    condition(
      pod,
      'PodReadyToStartContainers',
      isStarted || Boolean(pod.status.podIP),
    ),
    condition(pod, 'Initialized', true),
    condition(pod, 'Ready', isReady && gates.length === 0, readyDetail),
    condition(pod, 'ContainersReady', isReady, isReady ? {} : notReady),
    condition(pod, 'PodScheduled', true),
  ];
  const others = (pod.status.conditions ?? []).filter(
    ({ type }) => !own.some(mine => mine.type === type),
  );
  return [...own, ...others];
}

/** The transition time changes only with the status. */
function condition(
  pod: Pod,
  type: string,
  holds: boolean,
  detail: { reason?: string; message?: string } = {},
): Condition {
  const status = holds ? 'True' : 'False';
  const before = pod.status.conditions?.find(other => other.type === type);
  return {
    type,
    status,
    lastProbeTime: null,
    lastTransitionTime:
      before?.status === status && before.lastTransitionTime
        ? before.lastTransitionTime
        : timestamp(),
    ...detail,
  };
}

function addressOf(uid: string): string {
  const [third, fourth] = createHash('sha256').update(uid).digest();
  return `10.0.${third}.${(fourth % 250) + 2}`;
}
