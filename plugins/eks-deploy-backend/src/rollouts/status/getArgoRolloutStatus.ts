import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoRolloutRow, PodRow, ReplicaSetRow } from '../rows';
import { chooseCauses } from './chooseCauses';
import { getArgoRolloutFindings } from './getArgoRolloutFindings';
import { getArgoRolloutNotes } from './getArgoRolloutNotes';
import { getArgoRolloutPhase } from './getArgoRolloutPhase';
import { getDeadline } from './getDeadline';
import { getPodFindings } from './getPodFindings';
import {
  groupAbout,
  nameRevision,
  toCounts,
  type Signs,
} from './getRolloutStatus';
import { getStabilityNotes } from './getStabilityNotes';
import { getStuckFinding } from './getStuckFinding';
import { getWaiting } from './getWaiting';
import { holdWhileUnstable } from './judgeAvailability';

/**
 * Where the rollout of an Argo Rollout stands, as `kubectl argo rollouts status` has it, and what holds it up.
 *
 * @param replicaSets - Those that it controls.
 * @param pods - Theirs.
 */
export function getArgoRolloutStatus(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  { events = [], autoscaler, now = new Date() }: Signs = {},
): RolloutStatus {
  const counted = getArgoRolloutPhase(row);
  // What was given up explains nothing of what serves.
  const hash = counted.phase === 'aborted' ? row.stable : row.newest;
  const shown = replicaSets.find(one => one.hash && one.hash === hash);
  const shownPods = pods.filter(({ controller }) => controller === shown?.uid);
  const known = new Set(shownPods);
  const findAbout = groupAbout(events);
  const findings = [
    ...getArgoRolloutFindings(row, replicaSets),
    ...shownPods.flatMap(pod => getPodFindings(pod, findAbout(pod), now)),
    ...pods
      .filter(pod => !known.has(pod))
      .flatMap(pod => getStuckFinding(pod, now, replicaSets)),
  ].map(finding => nameRevision(finding, shown?.revision));
  const judged = holdWhileUnstable(counted, findings);
  const { phase, step } = judged;
  const causes = chooseCauses(findings, phase);
  const notes = [
    ...getArgoRolloutNotes(row, replicaSets, pods, phase, autoscaler),
    ...getStabilityNotes(findings, phase, counted.phase),
  ];
  return {
    phase,
    step,
    ...causes,
    notes: notes.length > 0 ? notes : undefined,
    waitingFor: getWaiting(judged, {
      workload: row,
      pods: shownPods,
      conditions: row.conditions,
      now,
    }),
    deadlineAt: getDeadline(judged, row),
    minReadySeconds: row.minReadySeconds,
    counts: {
      ...toCounts(row),
      // Of blue-green the controller counts those behind the active Service alone.
      available:
        row.strategy === 'blue-green'
          ? replicaSets.reduce((sum, { available }) => sum + available, 0)
          : row.available,
    },
  };
}
