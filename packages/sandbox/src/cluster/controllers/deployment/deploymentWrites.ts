import { keyOf, type Deployment, type DeploymentStatus } from '../../objects';
import type { Registry } from '../../registry';
import { resources } from '../../storage';
import { newCondition, setCondition } from '../conditions';
import { REVISION, revisionOf } from './revisions';
import { replicaSetsOf, type Rollout } from './rollout';
import {
  calculateStatus,
  nextDeadlineCheck,
  withProgress,
  withReplicaFailure,
} from './status';

/** Writes the status of a rollout whose progress is judged; answers in how many milliseconds to judge it again. */
export function writeProgress(
  registry: Registry,
  rollout: Rollout,
): number | undefined {
  const { deployment, newReplicaSet } = rollout;
  const now = Date.now();
  const all = replicaSetsOf(rollout);
  const counted = calculateStatus(deployment, newReplicaSet, all, now);
  const progress = withProgress(deployment, newReplicaSet, counted, now);
  const status = withReplicaFailure(progress, newReplicaSet, all);
  writeStatus(registry, deployment, status);
  return nextDeadlineCheck(deployment, status, now);
}

/** Writes what is counted only: of a Deployment that is paused, being scaled or deleted. */
export function writeCounts(registry: Registry, rollout: Rollout): void {
  const { deployment, newReplicaSet } = rollout;
  const all = replicaSetsOf(rollout);
  writeStatus(
    registry,
    deployment,
    calculateStatus(deployment, newReplicaSet, all, Date.now()),
  );
}

export function writeStatus(
  registry: Registry,
  deployment: Deployment,
  status: DeploymentStatus,
): Deployment {
  return registry.modify(
    resources.deployments,
    keyOf(deployment),
    draft => {
      draft.status = status;
    },
    { subresource: 'status' },
  );
}

export function writeProgressing(
  registry: Registry,
  deployment: Deployment,
  condition: { status: 'True' | 'Unknown'; reason: string; message: string },
): Deployment {
  const { status, reason, message } = condition;
  return writeStatus(registry, deployment, {
    ...deployment.status,
    conditions: setCondition(
      deployment.status?.conditions,
      newCondition('Progressing', status, reason, message),
    ),
  });
}

/** Gives the Deployment the number of its newest revision. */
export function writeRevision(
  registry: Registry,
  deployment: Deployment,
  revision: number,
): Deployment {
  if (revisionOf(deployment) === revision) return deployment;
  return registry.modify(
    resources.deployments,
    keyOf(deployment),
    draft => {
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        [REVISION]: String(revision),
      };
    },
    { subresource: 'status' },
  );
}
