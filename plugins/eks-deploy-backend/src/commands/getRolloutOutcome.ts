import type { RecordOutcome, RolloutTrail } from '../records';
import {
  toDeploymentRow,
  type DeploymentRow,
  type PodRow,
  type ReplicaSetRow,
} from '../rollouts/rows';
import { findFalse } from '../rollouts/status/findFalse';
import {
  getDeploymentPhase,
  type PhaseAndStep,
} from '../rollouts/status/getDeploymentPhase';
import { getRolloutStatus } from '../rollouts/status/getRolloutStatus';
import type { DeploymentObject } from '../workloads';
import type { RolloutEvidence } from './readRolloutEvidence';

const FIRST_QUIET_MS = 60_000;
const LONGEST_QUIET_MS = 600_000;
/** So often a container restarts that is not merely slow to find what it needs. */
const LOOPING_RESTARTS = 3;

/**
 * How a change of a Deployment ended; undefined as long as its rollout goes on.
 *
 * @param deployment - As it is now, or undefined if it is gone.
 * @param evidence - Without it only the Deployment's own status is judged: whether it may have ended.
 */
export function getRolloutOutcome(
  deployment: DeploymentObject | undefined,
  trail: RolloutTrail,
  evidence?: RolloutEvidence,
): RecordOutcome | undefined {
  const row = deployment && toDeploymentRow(deployment);
  if (row?.uid !== trail.uid) {
    return {
      status: 'superseded',
      message: 'The Workload was deleted before its rollout ended.',
    };
  }
  if (row.template !== trail.template) {
    return evidence &&
      wasComplete(row, trail, evidence) &&
      !findLoop(row, trail, evidence)
      ? {
          status: 'succeeded',
          message: 'The rollout was complete when another change began.',
        }
      : {
          status: 'superseded',
          message: 'Another change came before the rollout ended.',
        };
  }
  const loop = evidence && findLoop(row, trail, evidence);
  if (evidence?.overdue && loop === 'looping') {
    const counted = getDeploymentPhase(row);
    const complete = counted.phase === 'complete';
    // While it creates pods, or others start, it goes on.
    if (complete || isHeldUpByLoops(counted, trail, evidence)) {
      return {
        status: 'failed',
        message: `The rollout did not ${
          complete ? 'stay' : 'become'
        } complete: its containers go on restarting${describeCause(
          row,
          evidence,
        )}.`,
      };
    }
  }
  switch (getRolloutStatus(row, [], []).phase) {
    case 'complete':
      return loop
        ? undefined
        : { status: 'succeeded', message: 'The rollout is complete.' };
    case 'stopped':
      return {
        status: 'succeeded',
        message: 'The Workload is scaled to 0, so no pod had to change.',
      };
    case 'failed':
      return {
        status: 'failed',
        message: `The rollout passed its progress deadline${describeCause(
          row,
          evidence,
        )}.`,
      };
    default:
      return undefined;
  }
}

/** Whether the ReplicaSet of the change has all the pods that are wanted, and only the newer one has others. */
function wasComplete(
  row: DeploymentRow,
  trail: RolloutTrail,
  { replicaSets }: RolloutEvidence,
): boolean {
  const awaited = findReplicaSet(trail, replicaSets);
  const older = replicaSets.filter(
    ({ template }) => template !== trail.template && template !== row.template,
  );
  return (
    awaited !== undefined &&
    row.desired > 0 &&
    awaited.available >= row.desired &&
    older.every(({ replicas }) => replicas === 0)
  );
}

/**
 * Whether containers of the change's own pods restarted so lately that the next crash may still come. A pod that crashes
 * is ready between two crashes, and the kubelet waits twice as long after each.
 */
function findLoop(
  { uid }: DeploymentRow,
  trail: RolloutTrail,
  { replicaSets, pods, now }: RolloutEvidence,
): 'restarted' | 'looping' | undefined {
  const own = findReplicaSet(trail, replicaSets);
  if (own?.controller !== uid) {
    return undefined;
  }
  const unsettled = findPods(own, pods).map(pod =>
    getUnsettledRestarts(pod, now),
  );
  const most = Math.max(0, ...unsettled);
  if (most === 0) {
    return undefined;
  }
  return most >= LOOPING_RESTARTS ? 'looping' : 'restarted';
}

/** Whether all pods were created, and those that are not ready are in a loop. */
function isHeldUpByLoops(
  { step }: PhaseAndStep,
  trail: RolloutTrail,
  { replicaSets, pods, now }: RolloutEvidence,
): boolean {
  return (
    step === 'awaiting-availability' &&
    findPods(findReplicaSet(trail, replicaSets), pods)
      .filter(
        pod =>
          pod.containers.length === 0 ||
          pod.containers.some(({ init, ready }) => !init && !ready) ||
          findFalse(pod, 'Ready') !== undefined,
      )
      .every(pod => getUnsettledRestarts(pod, now) >= LOOPING_RESTARTS)
  );
}

function findPods(own: ReplicaSetRow | undefined, pods: PodRow[]): PodRow[] {
  return pods.filter(
    ({ controller, terminating }) => controller === own?.uid && !terminating,
  );
}

/** How often a container of the pod has restarted that has not run quietly since. */
function getUnsettledRestarts({ containers }: PodRow, now: Date): number {
  const restarts = containers
    .filter(({ init, terminated, lastTerminated, ...container }) => {
      const endedAt = (terminated ?? lastTerminated)?.finishedAt;
      const quietMs = Math.min(
        FIRST_QUIET_MS * 2 ** (container.restarts - 1),
        LONGEST_QUIET_MS,
      );
      return (
        !init &&
        container.restarts > 0 &&
        endedAt !== undefined &&
        now.getTime() - Date.parse(endedAt) < quietMs
      );
    })
    .map(container => container.restarts);
  return Math.max(0, ...restarts);
}

function findReplicaSet(
  { template }: RolloutTrail,
  replicaSets: ReplicaSetRow[],
): ReplicaSetRow | undefined {
  return replicaSets.find(replicaSet => replicaSet.template === template);
}

function describeCause(
  row: DeploymentRow,
  { replicaSets, pods, now }: Partial<RolloutEvidence> = {},
): string {
  const { cause } = getRolloutStatus(row, replicaSets ?? [], pods ?? [], {
    now,
  });
  return cause && cause.kind !== 'deadline-exceeded'
    ? `: ${cause.message.replace(/\.$/, '')}`
    : '';
}
