import type { ContainerStatus, Pod } from '../../objects';
import { nameColumn, NONE, type Column } from './columns';
import { age } from './duration';

/** The columns of `kubectl get pods`. */
export const podColumns: Column<Pod>[] = [
  nameColumn,
  { name: 'Ready', cell: ready },
  { name: 'Status', cell: podStatus },
  { name: 'Restarts', cell: restarts },
  { name: 'Age', cell: pod => age(pod.metadata.creationTimestamp) },
  { name: 'IP', wide: true, cell: pod => pod.status.podIP ?? NONE },
  { name: 'Node', wide: true, cell: pod => pod.spec.nodeName ?? NONE },
  { name: 'Nominated Node', wide: true, cell: () => NONE },
  { name: 'Readiness Gates', wide: true, cell: readinessGates },
];

/** The one word that says how a pod is: its phase, or what keeps a container from running. */
export function podStatus(pod: Pod): string {
  if (pod.metadata.deletionTimestamp) return 'Terminating';
  const initializing = initStatus(pod);
  if (initializing) return initializing;
  const states = (pod.status.containerStatuses ?? []).map(
    status => status.state,
  );
  const waiting = states.find(state => state.waiting?.reason)?.waiting;
  if (waiting) return waiting.reason;
  const terminated = states.find(state => state.terminated)?.terminated;
  if (terminated) return terminated.reason || `ExitCode:${terminated.exitCode}`;
  return pod.status.reason ?? pod.status.phase;
}

function initStatus(pod: Pod): string | undefined {
  const statuses = pod.status.initContainerStatuses ?? [];
  const index = statuses.findIndex(
    ({ state }) => state.terminated?.exitCode !== 0,
  );
  if (index < 0) return undefined;
  const reason = statuses[index].state.waiting?.reason;
  return reason && reason !== 'PodInitializing'
    ? `Init:${reason}`
    : `Init:${index}/${statuses.length}`;
}

function ready(pod: Pod): string {
  const statuses = pod.status.containerStatuses ?? [];
  const count = statuses.filter(status => status.ready).length;
  return `${count}/${pod.spec.containers.length}`;
}

function restarts(pod: Pod): string {
  const statuses = pod.status.containerStatuses ?? [];
  const count = statuses.reduce((sum, status) => sum + status.restartCount, 0);
  const last = statuses.map(lastFinished).filter(Boolean).sort().pop();
  return count > 0 && last ? `${count} (${age(last)} ago)` : String(count);
}

function lastFinished(status: ContainerStatus): string | undefined {
  return status.lastState.terminated?.finishedAt;
}

function readinessGates(pod: Pod): string {
  const gates = pod.spec.readinessGates ?? [];
  if (!gates.length) return NONE;
  const passed = gates.filter(gate =>
    pod.status.conditions?.some(
      condition =>
        condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  return `${passed.length}/${gates.length}`;
}
