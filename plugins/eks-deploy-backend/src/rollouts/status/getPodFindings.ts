import type { RolloutCauseKind } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { EventRow, PodRow } from '../rows';
import { findFalse } from './findFalse';
import type { Finding } from './Finding';
import { getContainerFindings } from './getContainerFindings';
import { getReadinessFindings } from './getReadinessFindings';
import { getStuckFinding } from './getStuckFinding';

/** Events that tell why a pod's containers are not made. */
const SETUP_KINDS: Record<string, RolloutCauseKind> = {
  FailedMount: 'mount-failure',
  FailedAttachVolume: 'mount-failure',
  FailedMapVolume: 'mount-failure',
  FailedCreatePodSandBox: 'pod-sandbox',
};

/**
 * Why a pod does not become ready, or does not go away.
 *
 * @param events - Those about this pod.
 */
export function getPodFindings(
  pod: PodRow,
  events: EventRow[],
  now: Date,
): Finding[] {
  const lost = getLostFinding(pod, events);
  if (lost || pod.terminating) {
    return [...(lost ? [lost] : []), ...getStuckFinding(pod, now)];
  }
  const unscheduled = findFalse(pod, 'PodScheduled');
  if (pod.phase === 'Failed' || unscheduled) {
    return getPlacementFinding(pod);
  }
  const findings = [
    ...getSetupFinding(pod, events),
    ...pod.containers.flatMap(container =>
      getContainerFindings(pod, container, events, now),
    ),
  ];
  return findings.length > 0
    ? findings
    : getReadinessFindings(pod, events, now);
}

/** The node controller marks pods in one of three ways, as far as it has come. */
function getLostFinding(pod: PodRow, events: EventRow[]): Finding | undefined {
  const ready = pod.conditions.find(({ type }) => type === 'Ready');
  const told = events.some(({ reason }) => reason === 'NodeNotReady');
  const lost =
    pod.reason === 'NodeLost' ||
    ready?.status === 'Unknown' ||
    (told && ready?.status === 'False');
  return lost
    ? {
        kind: 'node-lost',
        message: redactMessage(
          pod.message ?? `node ${pod.node ?? ''} is not ready`,
        ),
        pod: pod.name,
        since: ready?.since,
      }
    : undefined;
}

function getPlacementFinding(pod: PodRow): Finding[] {
  const unscheduled = findFalse(pod, 'PodScheduled');
  if (unscheduled) {
    return [
      {
        kind: 'unschedulable',
        message: redactMessage(unscheduled.message ?? 'no node takes the pod'),
        pod: pod.name,
        since: unscheduled.since,
      },
    ];
  }
  // An evicted pod stays behind while another takes its place.
  return pod.reason === 'Evicted'
    ? [
        {
          kind: 'evicted',
          message: pod.message ?? 'the node put it out',
          pod: pod.name,
          since: findFalse(pod, 'Ready')?.since ?? pod.createdAt,
          transient: true,
        },
      ]
    : [];
}

/** What could not be mounted once often can a moment later. */
function getSetupFinding(pod: PodRow, events: EventRow[]): Finding[] {
  const begun = pod.containers.some(
    ({ waiting }) =>
      waiting === undefined ||
      !['ContainerCreating', 'PodInitializing'].includes(waiting.reason ?? ''),
  );
  const event = events.find(({ reason }) => SETUP_KINDS[reason]);
  return begun || !event
    ? []
    : [
        {
          kind: SETUP_KINDS[event.reason],
          message: event.message,
          pod: pod.name,
          since: event.firstSeenAt ?? event.lastSeenAt,
          lastAt: event.lastSeenAt,
          transient: event.count < 2,
        },
      ];
}
