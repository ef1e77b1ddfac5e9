import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { EventRow, PodRow } from '../rows';
import type { Finding } from './Finding';
import { findFalse } from './findFalse';

/** A probe that fails as long as this is no longer a start. */
const LASTING_MS = 30_000;

/** What a load balancer's gate says while it has not judged yet. */
const GATE_BEGINS = /^Elb\.(?:Initial|Registration)/;

/** Why a pod whose containers run is not ready: an init container goes on, a probe fails, or a gate is closed. */
export function getReadinessFindings(
  pod: PodRow,
  events: EventRow[],
): Finding[] {
  const starting = pod.containers.find(
    ({ init, running }) => init && running && findFalse(pod, 'Initialized'),
  );
  if (starting) {
    return [
      {
        kind: 'init-failure',
        message: 'it runs and has not ended',
        pod: pod.name,
        container: starting.name,
        since: findFalse(pod, 'Initialized')?.since,
        passing: true,
      },
    ];
  }
  return findFalse(pod, 'ContainersReady')
    ? getProbeFinding(pod, events)
    : getGateFinding(pod);
}

function getProbeFinding(pod: PodRow, events: EventRow[]): Finding[] {
  const unready = findFalse(pod, 'ContainersReady');
  const container = pod.containers.find(
    ({ init, running, ready }) => !init && running && !ready,
  );
  if (!unready || !container) {
    return [];
  }
  const event = events.find(
    ({ reason, message }) =>
      reason === 'Unhealthy' && message.startsWith('Readiness probe'),
  );
  return [
    {
      kind: 'readiness-failing',
      message: redactMessage(
        event?.message ?? unready.message ?? 'it runs and is not ready',
      ),
      pod: pod.name,
      container: container.name,
      since: unready.since,
      lastAt: event?.lastSeenAt,
      passing: !event || !lasts(event),
    },
  ];
}

/** The condition itself may be missing: then nothing, e.g. no load balancer controller, works on the gate. */
function getGateFinding(pod: PodRow): Finding[] {
  const closed = pod.gates.find(
    gate =>
      !pod.conditions.some(
        ({ type, status }) => type === gate && status === 'True',
      ),
  );
  const ready = findFalse(pod, 'Ready');
  if (!closed || !ready) {
    return [];
  }
  const gate = pod.conditions.find(({ type }) => type === closed);
  return [
    {
      kind: 'readiness-gate',
      message: redactMessage(
        [closed, gate?.reason, gate?.message ?? ready.message]
          .filter(Boolean)
          .join(': '),
      ),
      pod: pod.name,
      since: gate?.since ?? ready.since,
      passing: !gate?.reason || GATE_BEGINS.test(gate.reason),
    },
  ];
}

function lasts({ firstSeenAt, lastSeenAt }: EventRow): boolean {
  return (
    firstSeenAt !== undefined &&
    Date.parse(lastSeenAt) - Date.parse(firstSeenAt) >= LASTING_MS
  );
}
