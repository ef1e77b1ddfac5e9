import type {
  V1ContainerStateTerminated,
  V1ContainerStatus,
  V1Pod,
} from '@kubernetes/client-node';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { dropOutput } from './dropOutput';
import { toConditions, toController, toIdentity } from './parts';
import type { ContainerRow, PodRow, TerminationRow } from './Row';
import type { Wire } from '../../workloads';

const CONTROLLERS = ['ReplicaSet', 'StatefulSet', 'DaemonSet'];
const DIGEST = /sha256:[0-9a-f]{64}$/;
/** A kubelet reports that a pod is not ready when it starts it, to the second. */
const START_MS = 2_000;

/** Keeps of a Pod what tells why it does not become ready. */
export function toPodRow(object: Wire<V1Pod>): PodRow {
  const { metadata, spec, status } = object;
  const gates = (spec?.readinessGates ?? []).map(
    ({ conditionType }) => conditionType,
  );
  const sidecars = (spec?.initContainers ?? [])
    .filter(({ restartPolicy }) => restartPolicy === 'Always')
    .map(({ name }) => name);
  return {
    ...toIdentity(metadata),
    controller: toController(metadata, CONTROLLERS),
    phase: status?.phase ?? 'Unknown',
    reason: status?.reason,
    message: status?.message && redactMessage(status.message),
    node: spec?.nodeName,
    terminating: metadata?.deletionTimestamp !== undefined,
    // The API server writes the end of the grace there, not the moment of the request.
    terminatesBy: metadata?.deletionTimestamp,
    wasReady: wasReady(object),
    gates,
    containersReadyAt:
      gates.length > 0
        ? findCondition(object, 'ContainersReady', 'True')?.lastTransitionTime
        : undefined,
    // That all is well is told by the one that says when it began.
    conditions: toConditions(status?.conditions).filter(
      ({ type, status: holds }) =>
        holds !== 'True' || type === 'Ready' || gates.includes(type),
    ),
    containers: [
      ...(status?.initContainerStatuses ?? []).map(container =>
        sidecars.includes(container.name)
          ? { ...toContainerRow(container, false), sidecar: true }
          : toContainerRow(container, true),
      ),
      ...(status?.containerStatuses ?? []).map(container =>
        toContainerRow(container, false),
      ),
    ],
  };
}

/** A condition keeps its time until it changes: one that is older than the pod's start never did. */
function wasReady(object: Wire<V1Pod>): boolean {
  const unready = findCondition(object, 'Ready', 'False');
  const startedAt =
    object.status?.startTime ?? object.metadata?.creationTimestamp;
  return (
    Date.parse(unready?.lastTransitionTime ?? '') >
    Date.parse(startedAt ?? '') + START_MS
  );
}

function findCondition({ status }: Wire<V1Pod>, type: string, holds: string) {
  return status?.conditions?.find(
    condition => condition.type === type && condition.status === holds,
  );
}

function toContainerRow(
  status: Wire<V1ContainerStatus>,
  init: boolean,
): ContainerRow {
  const { state, lastState } = status;
  return {
    name: status.name,
    init,
    ready: status.ready,
    restarts: status.restartCount,
    running: state?.running !== undefined,
    startedAt: state?.running?.startedAt,
    starting: (state?.running && status.started === false) || undefined,
    image: status.image || undefined,
    digest: DIGEST.exec(status.imageID)?.[0],
    waiting: state?.waiting && {
      reason: state.waiting.reason,
      message:
        state.waiting.message &&
        dropOutput(state.waiting.reason, state.waiting.message),
    },
    terminated: toTermination(state?.terminated),
    lastTerminated: toTermination(lastState?.terminated),
  };
}

/** A termination message is what the program wrote last: it may hold anything and is not kept. */
function toTermination(
  terminated: Wire<V1ContainerStateTerminated> | undefined,
): TerminationRow | undefined {
  return (
    terminated && {
      reason: terminated.reason,
      exitCode: terminated.exitCode,
      startedAt: terminated.startedAt,
      finishedAt: terminated.finishedAt,
    }
  );
}
