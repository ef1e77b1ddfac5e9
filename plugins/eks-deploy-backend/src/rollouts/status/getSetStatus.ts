import type {
  RolloutNote,
  RolloutStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { PodRow } from '../rows';
import type { WorkloadSet } from '../toSetRollout';
import { chooseCauses } from './chooseCauses';
import { getDaemonSetPhase } from './getDaemonSetPhase';
import { getFailedCreateFinding } from './getFailedCreateFinding';
import { getPodFindings } from './getPodFindings';
import { groupAbout, toCounts, type Signs } from './getRolloutStatus';
import { getStabilityNotes } from './getStabilityNotes';
import { getStatefulSetPhase } from './getStatefulSetPhase';
import { getWaiting } from './getWaiting';
import { holdWhileUnstable } from './judgeAvailability';

/** Where the Rollout of a StatefulSet or DaemonSet stands, as `kubectl rollout status` has it, and what holds it up. */
export function getSetStatus(
  set: WorkloadSet,
  pods: PodRow[],
  { events = [], now = new Date() }: Signs = {},
): RolloutStatus {
  const counted =
    set.kind === 'StatefulSet'
      ? getStatefulSetPhase(set.row)
      : getDaemonSetPhase(set.row);
  const findAbout = groupAbout(events);
  const findings = [
    // These kinds have no condition for it.
    ...findAbout(set.row)
      .filter(({ reason }) => reason === 'FailedCreate')
      .slice(0, 1)
      .map(({ message, firstSeenAt, lastSeenAt }) => ({
        ...getFailedCreateFinding(message, firstSeenAt),
        lastAt: lastSeenAt,
      })),
    ...pods.flatMap(pod => getPodFindings(pod, findAbout(pod), now)),
  ];
  const judged = holdWhileUnstable(counted, findings);
  const { phase, step } = judged;
  const notes = [
    ...getSetNotes(set),
    ...getStabilityNotes(findings, phase, counted.phase),
  ];
  return {
    phase,
    step,
    ...chooseCauses(findings, phase),
    notes: notes.length > 0 ? notes : undefined,
    waitingFor: getWaiting(judged, { workload: set.row, pods, now }),
    minReadySeconds: set.row.minReadySeconds,
    counts: toCounts(set.row),
  };
}

function getSetNotes(set: WorkloadSet): RolloutNote[] {
  if (set.row.onDelete) {
    return [{ kind: 'on-delete' }];
  }
  return set.kind === 'StatefulSet' && set.row.partition > 0
    ? [{ kind: 'partitioned' }]
    : [];
}
