import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ConditionRow, ContainerRow, EventRow, PodRow } from '../rows';
import { findFalse } from './findFalse';
import type { Finding } from './Finding';
import { PATIENCE_MS } from './patience';

/** A probe that fails less often than this, on average, fails now and then; a kubelet reports one event in five minutes at least. */
const MOST_APART_MS = 300_000;

/** What a load balancer's gate says while it has not judged yet, and how long that may take. */
const GATE_BEGINS = /^Elb\.(?:Initial|Registration)/;
const GATE_BEGINS_MS = 300_000;

/** Why a pod whose containers run is not ready: an init container goes on, a probe fails, or a gate is closed. */
export function getReadinessFindings(
  pod: PodRow,
  events: EventRow[],
  now: Date,
): Finding[] {
  const uninitialized = findFalse(pod, 'Initialized');
  if (uninitialized) {
    return getInitFinding(pod, uninitialized.since);
  }
  return findFalse(pod, 'ContainersReady')
    ? getProbeFinding(pod, events, now)
    : getGateFinding(pod, now);
}

/**
 * When time alone makes a cause of a gate that nothing has written, or that is closed without saying why; undefined if
 * there is none, or nobody says since when the pod waits for it.
 */
export function getGateDueAt(pod: PodRow): number | undefined {
  const readyAt = Date.parse(pod.containersReadyAt ?? '');
  if (Number.isNaN(readyAt)) {
    return undefined;
  }
  if (findUnwrittenGate(pod)) {
    return readyAt + PATIENCE_MS;
  }
  const gate = findClosedGate(pod);
  const closedAt = Date.parse(gate?.since ?? '');
  return gate && getGatePatience(gate) > 0
    ? Math.max(readyAt, closedAt || 0) + getGatePatience(gate)
    : undefined;
}

/** A sidecar goes on running; the init containers behind it wait for its startup probe alone. */
function getInitFinding(pod: PodRow, since: string | undefined): Finding[] {
  const isBusy = ({ init, running }: ContainerRow) => init && running;
  const starting =
    pod.containers.find(isBusy) ??
    pod.containers.find(
      ({ sidecar, running, ready }) => sidecar && running && !ready,
    );
  return starting
    ? [
        {
          kind: 'init-failure',
          message: starting.init
            ? 'it runs and has not ended'
            : 'this sidecar has not started yet',
          pod: pod.name,
          container: starting.name,
          since,
          transient: true,
        },
      ]
    : [];
}

function getProbeFinding(
  pod: PodRow,
  events: EventRow[],
  now: Date,
): Finding[] {
  const unready = findFalse(pod, 'ContainersReady');
  const container = pod.containers.find(
    ({ init, running, ready }) => !init && running && !ready,
  );
  if (!unready || !container) {
    return [];
  }
  const event = events.find(isReadinessEvent);
  const lasts =
    (event !== undefined && lastsLong(event)) ||
    (pod.wasReady && isOver(unready.since, now));
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
      transient: !lasts,
    },
  ];
}

function getGateFinding(pod: PodRow, now: Date): Finding[] {
  const ready = findFalse(pod, 'Ready');
  if (!ready) {
    return [];
  }
  const dueAt = getGateDueAt(pod);
  const isEarly = dueAt === undefined || now.getTime() < dueAt;
  const unwritten = findUnwrittenGate(pod);
  if (unwritten) {
    return [
      {
        kind: 'readiness-gate-unwritten',
        message: redactMessage(
          `${unwritten}: no controller has written this condition`,
        ),
        pod: pod.name,
        since: pod.containersReadyAt ?? ready.since,
        transient: isEarly,
      },
    ];
  }
  const gate = findClosedGate(pod);
  return gate
    ? [
        {
          kind: 'readiness-gate',
          message: redactMessage(
            [gate.type, gate.reason, gate.message ?? ready.message]
              .filter(Boolean)
              .join(': '),
          ),
          pod: pod.name,
          since: gate.since ?? ready.since,
          transient: getGatePatience(gate) > 0 && isEarly,
        },
      ]
    : [];
}

/** The condition is missing: no controller, e.g. no load balancer's, works on the gate. */
function findUnwrittenGate({ gates, conditions }: PodRow): string | undefined {
  return gates.find(gate => !conditions.some(({ type }) => type === gate));
}

function findClosedGate({ gates, conditions }: PodRow) {
  return conditions.find(
    ({ type, status }) => gates.includes(type) && status !== 'True',
  );
}

/** How long a closed gate explains nothing: not at all once it says what is wrong. */
function getGatePatience({ reason }: ConditionRow): number {
  if (!reason) {
    return PATIENCE_MS;
  }
  return GATE_BEGINS.test(reason) ? GATE_BEGINS_MS : 0;
}

/** That the readiness probe fails. */
export function isReadinessEvent({ reason, message }: EventRow): boolean {
  return reason === 'Unhealthy' && message.startsWith('Readiness probe');
}

/** Whether a probe has failed for longer than a start takes, and often: an event stays the same for an hour. */
export function lastsLong({
  firstSeenAt,
  lastSeenAt,
  count,
}: EventRow): boolean {
  const lasted = Date.parse(lastSeenAt) - Date.parse(firstSeenAt ?? '');
  return lasted >= PATIENCE_MS && lasted <= count * MOST_APART_MS;
}

function isOver(since: string | undefined, now: Date): boolean {
  return now.getTime() - Date.parse(since ?? '') >= PATIENCE_MS;
}
