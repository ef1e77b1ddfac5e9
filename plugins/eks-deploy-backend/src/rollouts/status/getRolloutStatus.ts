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
import { groupBy } from '../groupBy';
import { chooseCauses } from './chooseCauses';
import type { Finding } from './Finding';
import { findNewReplicaSet } from './findNewReplicaSet';
import { getConditionFindings } from './getConditionFindings';
import { getDeadline } from './getDeadline';
import { getDeploymentPhase } from './getDeploymentPhase';
import { getFlapFinding } from './getFlapFinding';
import { getNotes } from './getNotes';
import { getPace } from './getPace';
import { getPodFindings } from './getPodFindings';
import { getStabilityNotes } from './getStabilityNotes';
import { getStuckFinding } from './getStuckFinding';
import { getWaiting } from './getWaiting';
import {
  getScaledAt,
  isRolledOut,
  judgeAvailability,
  weighFinding,
  type Standing,
} from './judgeAvailability';

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
  const known = new Set(newPods);
  const findAbout = groupAbout(events);

  const standing: Standing = {
    deployment,
    newPods,
    rolledOut: isRolledOut(deployment, controlled),
    scaledAt: getScaledAt(deployment, newest, autoscaler),
    now,
  };
  const findings = [
    ...getConditionFindings(deployment.conditions, controlled),
    ...newPods.flatMap(pod => {
      const about = findAbout(pod);
      return [
        ...getPodFindings(pod, about, now),
        ...getFlapFinding(pod, about, deployment, now),
      ].map(finding => weighFinding(finding, pod, standing));
    }),
    ...own
      .filter(pod => !known.has(pod))
      .flatMap(pod => getStuckFinding(pod, now, controlled)),
  ].map(finding => nameRevision(finding, newest?.revision));
  const counted = getDeploymentPhase(deployment);
  const judged = judgeAvailability(counted, findings, standing);
  const { phase, step } = judged;
  const causes = chooseCauses(findings, phase);
  const notes = [
    ...getNotes(standing, controlled, own, phase, autoscaler),
    ...getStabilityNotes(findings, phase, counted.phase),
  ];
  const moves = phase === 'progressing' && !causes.cause && !standing.rolledOut;
  return {
    phase,
    step,
    ...causes,
    notes: notes.length > 0 ? notes : undefined,
    waitingFor: getWaiting(judged, {
      workload: deployment,
      pods: newPods,
      conditions: deployment.conditions,
      now,
    }),
    deadlineAt: getDeadline(judged, deployment),
    minReadySeconds: deployment.minReadySeconds,
    pace: moves ? getPace(newPods, deployment, now) : undefined,
    counts: toCounts(deployment),
  };
}

/** What says no Revision is about the newest one. */
export function nameRevision(
  finding: Finding,
  newest: number | undefined,
): Finding {
  const revision = finding.revision ?? newest;
  return {
    ...finding,
    revision: revision || undefined,
    earlier: revision !== newest,
  };
}

/** Numbers of pods, as they are shown. */
export function toCounts(workload: WorkloadRow): ReplicaCounts {
  const { desired, updated, ready, available, total } = workload;
  return { desired, updated, ready, available, total };
}

/** What finds the events about an object, the latest first, without going through all for each. */
export function groupAbout(
  events: EventRow[],
): (object: { uid: string }) => EventRow[] {
  const about = groupBy(events, event => event.about.uid);
  return ({ uid }) =>
    [...(about.get(uid) ?? [])].sort((a, b) =>
      b.lastSeenAt.localeCompare(a.lastSeenAt),
    );
}
