import type {
  ReplicaCounts,
  RolloutCause,
  RolloutPhase,
  RolloutStatus,
  RolloutStep,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, PodRow, ReplicaSetRow } from '../rows';
import { getRolloutCause } from './getRolloutCause';

/**
 * Where a Rollout stands, in the order in which `kubectl rollout status` looks, and what holds it up.
 *
 * kubectl looks at no pod and no pause; both are added after its own verdict, so that `complete` here is always
 * success there.
 */
export function getRolloutStatus(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
): RolloutStatus {
  const { phase, step } = getPhase(deployment);
  const cause = getRolloutCause(deployment, replicaSets, pods);
  return {
    phase,
    step,
    cause: cause && explains(cause, phase) ? cause : undefined,
    counts: toCounts(deployment),
  };
}

/** Every pod is unready for a while after its start: as long as the Rollout moves that explains nothing. */
function explains(cause: RolloutCause, phase: RolloutPhase): boolean {
  switch (phase) {
    case 'complete':
    case 'stopped':
      return false;
    case 'failed':
    case 'degraded':
      return true;
    default:
      return cause.kind !== 'readiness-failing';
  }
}

function getPhase(deployment: DeploymentRow): {
  phase: RolloutPhase;
  step?: RolloutStep;
} {
  const { desired, total, updated, available } = deployment;
  if (deployment.generation > deployment.observedGeneration) {
    return { phase: 'pending' };
  }
  const progressing = findCondition(deployment, 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    return { phase: 'failed' };
  }
  const step = getStep({ desired, total, updated, available });
  if (step && deployment.paused) {
    return { phase: 'paused' };
  }
  // After a success progress is no longer estimated: pods that fail later show in Available alone.
  if (
    step === 'awaiting-availability' &&
    progressing?.reason === 'NewReplicaSetAvailable' &&
    findCondition(deployment, 'Available')?.status === 'False'
  ) {
    return { phase: 'degraded' };
  }
  if (step) {
    return { phase: 'progressing', step };
  }
  if (deployment.paused) {
    return { phase: 'paused' };
  }
  return { phase: desired === 0 ? 'stopped' : 'complete' };
}

function getStep(
  counts: Pick<ReplicaCounts, 'desired' | 'total' | 'updated' | 'available'>,
): RolloutStep | undefined {
  if (counts.updated < counts.desired) {
    return 'creating';
  }
  if (counts.total > counts.updated) {
    return 'terminating';
  }
  return counts.available < counts.updated
    ? 'awaiting-availability'
    : undefined;
}

function findCondition({ conditions }: DeploymentRow, type: string) {
  return conditions.find(condition => condition.type === type);
}

function toCounts(deployment: DeploymentRow): ReplicaCounts {
  const { desired, updated, ready, available, total } = deployment;
  return { desired, updated, ready, available, total };
}
