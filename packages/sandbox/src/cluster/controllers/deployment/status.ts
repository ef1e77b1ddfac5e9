import type {
  Condition,
  Deployment,
  DeploymentStatus,
  ReplicaSet,
} from '../../objects';
import {
  findCondition,
  newCondition,
  removeCondition,
  setCondition,
} from '../conditions';
import { availableOf, replicasOf, rollingLimits } from './rollingArithmetic';

const NO_DEADLINE = 2 ** 31 - 1;

/** The counts and the `Available` condition, as the ReplicaSets are now. */
export function calculateStatus(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  all: ReplicaSet[],
  now: number,
): DeploymentStatus {
  const available = availableOf(all);
  const unavailable = Math.max(0, replicasOf(all) - available);
  const enough =
    available >=
    deployment.spec.replicas - rollingLimits(deployment).maxUnavailable;
  return compact({
    observedGeneration: deployment.metadata.generation,
    replicas: sum(all, 'replicas'),
    updatedReplicas: sum(newReplicaSet ? [newReplicaSet] : [], 'replicas'),
    readyReplicas: sum(all, 'readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: unavailable,
    collisionCount: deployment.status?.collisionCount,
    conditions: setCondition(
      deployment.status?.conditions,
      enough
        ? newCondition(
            'Available',
            'True',
            'MinimumReplicasAvailable',
            'Deployment has minimum availability.',
            now,
          )
        : newCondition(
            'Available',
            'False',
            'MinimumReplicasUnavailable',
            'Deployment does not have minimum availability.',
            now,
          ),
    ),
  });
}

/**
 * The status with what can be said of the rollout's progress. Once a rollout completed, its progress is no longer
 * estimated: pods that crash later never make it exceed its deadline.
 */
export function withProgress(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  status: DeploymentStatus,
  now: number,
): DeploymentStatus {
  if (!hasDeadline(deployment)) {
    return {
      ...status,
      conditions: removeCondition(status.conditions, 'Progressing'),
    };
  }
  const current = findCondition(deployment.status?.conditions, 'Progressing');
  const wasComplete =
    (status.replicas ?? 0) === (status.updatedReplicas ?? 0) &&
    current?.reason === 'NewReplicaSetAvailable';
  if (wasComplete) return status;

  const subject = newReplicaSet
    ? `ReplicaSet "${newReplicaSet.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;
  const progressing = (
    value: Condition['status'],
    reason: string,
    message: string,
  ) => newCondition('Progressing', value, reason, message, now);

  if (isComplete(deployment, status)) {
    return {
      ...status,
      conditions: setCondition(
        status.conditions,
        progressing(
          'True',
          'NewReplicaSetAvailable',
          `${subject} has successfully progressed.`,
        ),
      ),
    };
  }
  if (isProgressing(deployment.status ?? {}, status)) {
    const condition = progressing(
      'True',
      'ReplicaSetUpdated',
      `${subject} is progressing.`,
    );
    // Each sign of progress starts the deadline anew, so the update time changes though status and reason don't.
    return {
      ...status,
      conditions: [
        ...removeCondition(status.conditions, 'Progressing'),
        current?.status === 'True'
          ? { ...condition, lastTransitionTime: current.lastTransitionTime }
          : condition,
      ],
    };
  }
  if (hasTimedOut(deployment, status, now)) {
    return {
      ...status,
      conditions: setCondition(
        status.conditions,
        progressing(
          'False',
          'ProgressDeadlineExceeded',
          `${subject} has timed out progressing.`,
        ),
      ),
    };
  }
  return status;
}

/** The status with the failure of a ReplicaSet to make pods, the new one's first. */
export function withReplicaFailure(
  status: DeploymentStatus,
  newReplicaSet: ReplicaSet | undefined,
  all: ReplicaSet[],
): DeploymentStatus {
  const failure = [...(newReplicaSet ? [newReplicaSet] : []), ...all]
    .map(set => findCondition(set.status?.conditions, 'ReplicaFailure'))
    .find(Boolean);
  return {
    ...status,
    conditions: failure
      ? setCondition(status.conditions, {
          ...failure,
          lastUpdateTime: failure.lastTransitionTime,
        })
      : removeCondition(status.conditions, 'ReplicaFailure'),
  };
}

/** In how many milliseconds the deadline has to be looked at, if a rollout is under way. */
export function nextDeadlineCheck(
  deployment: Deployment,
  status: DeploymentStatus,
  now: number,
): number | undefined {
  const current = findCondition(status.conditions, 'Progressing');
  if (!hasDeadline(deployment) || !current) return undefined;
  if (
    isComplete(deployment, status) ||
    current.reason === 'ProgressDeadlineExceeded'
  ) {
    return undefined;
  }
  const deadline =
    Date.parse(current.lastUpdateTime ?? '') +
    deployment.spec.progressDeadlineSeconds * 1000;
  return Math.max(0, deadline - now) + 1000;
}

/** Every wanted pod is of the new template and available, and no other is left. */
export function isComplete(
  { spec, metadata }: Deployment,
  status: DeploymentStatus,
): boolean {
  return (
    (status.updatedReplicas ?? 0) === spec.replicas &&
    (status.replicas ?? 0) === spec.replicas &&
    (status.availableReplicas ?? 0) === spec.replicas &&
    (status.observedGeneration ?? 0) >= (metadata.generation ?? 0)
  );
}

/** Whether a Deployment wants its progress estimated. */
export function hasDeadline({ spec }: Deployment): boolean {
  return (
    spec.progressDeadlineSeconds !== undefined &&
    spec.progressDeadlineSeconds !== NO_DEADLINE
  );
}

function isProgressing(
  before: DeploymentStatus,
  after: DeploymentStatus,
): boolean {
  const rose = (
    field: 'updatedReplicas' | 'readyReplicas' | 'availableReplicas',
  ) => (after[field] ?? 0) > (before[field] ?? 0);
  const oldReplicas = ({
    replicas = 0,
    updatedReplicas = 0,
  }: DeploymentStatus) => replicas - updatedReplicas;
  return (
    rose('updatedReplicas') ||
    rose('readyReplicas') ||
    rose('availableReplicas') ||
    oldReplicas(after) < oldReplicas(before)
  );
}

function hasTimedOut(
  deployment: Deployment,
  status: DeploymentStatus,
  now: number,
): boolean {
  const current = findCondition(status.conditions, 'Progressing');
  if (!current || current.reason === 'NewReplicaSetAvailable') return false;
  if (current.reason === 'ProgressDeadlineExceeded') return true;
  const since = Date.parse(current.lastUpdateTime ?? '');
  return since + deployment.spec.progressDeadlineSeconds * 1000 < now;
}

function sum(sets: ReplicaSet[], field: 'replicas' | 'readyReplicas'): number {
  return sets.reduce((total, set) => total + (set.status?.[field] ?? 0), 0);
}

/** Counts of 0 are left out, as Go's `omitempty` does. */
function compact(status: DeploymentStatus): DeploymentStatus {
  return Object.fromEntries(
    Object.entries(status).filter(
      ([, value]) => value !== 0 && value !== undefined,
    ),
  );
}
