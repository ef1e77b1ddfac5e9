import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoRolloutRow, PodRow, ReplicaSetRow } from '../rows';
import { chooseCauses } from './chooseCauses';
import { getArgoRolloutFindings } from './getArgoRolloutFindings';
import { getArgoRolloutNotes } from './getArgoRolloutNotes';
import { getArgoRolloutPhase } from './getArgoRolloutPhase';
import { getDeadline } from './getDeadline';
import { getPodFindings } from './getPodFindings';
import { findAbout, toCounts, type Signs } from './getRolloutStatus';
import { getStuckFinding } from './getStuckFinding';
import { getWaiting } from './getWaiting';

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
  const phaseAndStep = getArgoRolloutPhase(row);
  const { phase, step } = phaseAndStep;
  // What was given up explains nothing of what serves.
  const told = phase === 'aborted' ? row.stable : row.newest;
  const uid = replicaSets.find(({ hash }) => hash && hash === told)?.uid;
  const toldPods = pods.filter(({ controller }) => controller === uid);
  const causes = chooseCauses(
    [
      ...getArgoRolloutFindings(row),
      ...toldPods.flatMap(pod =>
        getPodFindings(pod, findAbout(events, pod), now),
      ),
      ...pods
        .filter(pod => !toldPods.includes(pod))
        .flatMap(pod => getStuckFinding(pod, now)),
    ],
    phase,
  );
  const notes = getArgoRolloutNotes(row, replicaSets, pods, phase, autoscaler);
  return {
    phase,
    step,
    ...causes,
    notes: notes.length > 0 ? notes : undefined,
    waitingFor: getWaiting(phaseAndStep, {
      workload: row,
      pods: toldPods,
      conditions: row.conditions,
      now,
    }),
    deadlineAt: getDeadline(phaseAndStep, row),
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
