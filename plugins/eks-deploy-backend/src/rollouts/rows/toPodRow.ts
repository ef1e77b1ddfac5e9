import type {
  V1ContainerStateTerminated,
  V1ContainerStatus,
  V1Pod,
} from '@kubernetes/client-node';
import { toConditions, toController, toIdentity } from './parts';
import type { ContainerRow, PodRow, TerminationRow } from './Row';
import type { Wire } from '../../workloads';

/** Keeps of a Pod what tells why it does not become ready. */
export function toPodRow(object: Wire<V1Pod>): PodRow {
  const { metadata, status } = object;
  return {
    ...toIdentity(metadata),
    controller: toController(metadata, 'ReplicaSet'),
    phase: status?.phase ?? 'Unknown',
    terminating: metadata?.deletionTimestamp !== undefined,
    conditions: toConditions(status?.conditions),
    containers: [
      ...(status?.initContainerStatuses ?? []).map(container =>
        toContainerRow(container, true),
      ),
      ...(status?.containerStatuses ?? []).map(container =>
        toContainerRow(container, false),
      ),
    ],
  };
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
    waiting: state?.waiting && {
      reason: state.waiting.reason,
      message: state.waiting.message,
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
      finishedAt: terminated.finishedAt,
    }
  );
}
