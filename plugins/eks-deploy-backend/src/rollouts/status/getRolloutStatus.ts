import type {
  ReplicaCounts,
  RolloutStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  AutoscalerRow,
  DeploymentRow,
  EventRow,
  PodRow,
  ReplicaSetRow,
  WorkloadRow,
} from '../rows';
import { chooseCauses } from './chooseCauses';
import { findNewReplicaSet } from './findNewReplicaSet';
import { getConditionFindings } from './getConditionFindings';
import { getDeadline } from './getDeadline';
import { getDeploymentPhase } from './getDeploymentPhase';
import { getNotes } from './getNotes';
import { getPace } from './getPace';
import { getPodFindings } from './getPodFindings';
import { getStuckFinding } from './getStuckFinding';
import { getWaiting } from './getWaiting';

/** What tells more of a Rollout where it may be read; without it the verdict says less and is no less right. */
export interface Signs {
  /** Warnings of the namespace. */
  events?: EventRow[];
  autoscaler?: AutoscalerRow;
  /** The time of looking; by default now. */
  now?: Date;
}

/**
 * Where a Rollout stands, in the order in which `kubectl rollout status` looks, and what holds it up.
 *
 * kubectl looks at no pod and no pause; both are added after its own verdict, so that `complete` here is always
 * success there.
 *
 * @param replicaSets - Any of the namespace: only those that the Deployment controls count.
 * @param pods - Likewise.
 */
export function getRolloutStatus(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  { events = [], autoscaler, now = new Date() }: Signs = {},
): RolloutStatus {
  const controlled = replicaSets.filter(
    ({ controller }) => controller === deployment.uid,
  );
  const uids = new Set(controlled.map(({ uid }) => uid));
  const newest = findNewReplicaSet(deployment, controlled);
  const own = pods.filter(({ controller }) => uids.has(controller ?? ''));
  const newPods = own.filter(({ controller }) => controller === newest?.uid);

  const phaseAndStep = getDeploymentPhase(deployment);
  const { phase, step } = phaseAndStep;
  const causes = chooseCauses(
    [
      ...getConditionFindings(deployment.conditions),
      ...newPods.flatMap(pod =>
        getPodFindings(pod, findAbout(events, pod), now),
      ),
      ...own
        .filter(pod => !newPods.includes(pod))
        .flatMap(pod => getStuckFinding(pod, now)),
    ],
    phase,
  );
  const notes = getNotes(deployment, controlled, own, phase, autoscaler);
  const moves =
    phase === 'progressing' &&
    !causes.cause &&
    !notes.some(({ kind }) => kind === 'scaling' || kind === 'replacing');
  return {
    phase,
    step,
    ...causes,
    notes: notes.length > 0 ? notes : undefined,
    waitingFor: getWaiting(phaseAndStep, {
      workload: deployment,
      pods: newPods,
      conditions: deployment.conditions,
      now,
    }),
    deadlineAt: getDeadline(phaseAndStep, deployment),
    minReadySeconds: deployment.minReadySeconds,
    pace: moves ? getPace(newPods, deployment, now) : undefined,
    counts: toCounts(deployment),
  };
}

/** Numbers of pods, as they are shown. */
export function toCounts(workload: WorkloadRow): ReplicaCounts {
  const { desired, updated, ready, available, total } = workload;
  return { desired, updated, ready, available, total };
}

/** The events about an object, the latest first. */
export function findAbout(
  events: EventRow[],
  { uid }: { uid: string },
): EventRow[] {
  return events
    .filter(({ about }) => about.uid === uid)
    .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt));
}
