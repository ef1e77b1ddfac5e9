import {
  isControlledBy,
  keyOf,
  type Deployment,
  type ReplicaSet,
} from '../../objects';
import type { Registry } from '../../registry';
import { resources } from '../../storage';
import { findNewReplicaSet } from './templateHash';

/** A Deployment with the ReplicaSets it controls, at one moment. */
export interface Rollout {
  deployment: Deployment;
  newReplicaSet?: ReplicaSet;
  old: ReplicaSet[];
}

/** The rollout of a Deployment as it was read. */
export function observeRollout(
  registry: Registry,
  deployment: Deployment,
): Rollout {
  const sets = registry
    .list(resources.replicaSets, deployment.metadata.namespace)
    .filter(set => isControlledBy(set, deployment));
  const newReplicaSet = findNewReplicaSet(deployment, sets);
  return {
    deployment,
    newReplicaSet,
    old: sets.filter(set => set !== newReplicaSet),
  };
}

/** The same rollout as it is now, after writes. */
export function refreshRollout(
  registry: Registry,
  { deployment }: Rollout,
): Rollout {
  return observeRollout(
    registry,
    registry.get(resources.deployments, keyOf(deployment)),
  );
}

export function replicaSetsOf({ newReplicaSet, old }: Rollout): ReplicaSet[] {
  return [...(newReplicaSet ? [newReplicaSet] : []), ...old];
}

/** Whether pods of old ReplicaSets still run, which Recreate waits for. */
export function hasOldPods(
  registry: Registry,
  { deployment, old }: Rollout,
): boolean {
  return registry
    .list(resources.pods, deployment.metadata.namespace)
    .some(
      pod =>
        pod.status.phase !== 'Failed' &&
        pod.status.phase !== 'Succeeded' &&
        old.some(set => isControlledBy(pod, set)),
    );
}
