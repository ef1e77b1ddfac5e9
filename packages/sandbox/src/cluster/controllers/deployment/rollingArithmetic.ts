import type { Deployment, IntOrPercent, ReplicaSet } from '../../objects';

/** How far a rolling update may leave the wanted count. */
export interface RollingLimits {
  maxSurge: number;
  maxUnavailable: number;
}

/** Surge rounds up, unavailability down; where both come to 0, one pod may be unavailable, or nothing would move. */
export function rollingLimits({ spec }: Deployment): RollingLimits {
  if (spec.strategy.type !== 'RollingUpdate' || spec.replicas === 0) {
    return {
      maxSurge: 0,
      maxUnavailable: spec.strategy.type === 'Recreate' ? 0 : spec.replicas,
    };
  }
  const rolling = spec.strategy.rollingUpdate;
  const maxSurge = scaled(rolling?.maxSurge ?? '25%', spec.replicas, Math.ceil);
  const maxUnavailable = scaled(
    rolling?.maxUnavailable ?? '25%',
    spec.replicas,
    Math.floor,
  );
  return {
    maxSurge,
    maxUnavailable:
      maxSurge === 0 && maxUnavailable === 0
        ? 1
        : Math.min(maxUnavailable, spec.replicas),
  };
}

/** How many replicas the new ReplicaSet may have now. */
export function newReplicaCount(
  deployment: Deployment,
  all: ReplicaSet[],
  newReplicas: number,
): number {
  const { spec } = deployment;
  if (newReplicas >= spec.replicas) return spec.replicas;
  if (spec.strategy.type === 'Recreate') return spec.replicas;
  const room =
    spec.replicas + rollingLimits(deployment).maxSurge - replicasOf(all);
  if (room <= 0) return newReplicas;
  return newReplicas + Math.min(room, spec.replicas - newReplicas);
}

/**
 * The sizes the old ReplicaSets are to be scaled down to, by name; those that stay are not in it.
 * Replicas that aren't available go first, as taking them costs nothing; then as many as availability allows.
 */
export function scaleDownOld(
  deployment: Deployment,
  newReplicaSet: ReplicaSet,
  old: ReplicaSet[],
): Map<string, number> {
  const active = old.filter(({ spec }) => spec.replicas > 0).sort(byCreation);
  const sizes = new Map<string, number>();
  const all = [...active, newReplicaSet];
  const minAvailable =
    deployment.spec.replicas - rollingLimits(deployment).maxUnavailable;
  const newUnavailable =
    newReplicaSet.spec.replicas - availableOf([newReplicaSet]);
  const removable = replicasOf(all) - minAvailable - newUnavailable;
  if (!active.length || removable <= 0) return sizes;

  const sizeOf = (set: ReplicaSet) =>
    sizes.get(set.metadata.name) ?? set.spec.replicas;
  let left = removable;
  for (const set of active) {
    const unhealthy = set.spec.replicas - availableOf([set]);
    const count = Math.min(left, unhealthy);
    if (count > 0) {
      sizes.set(set.metadata.name, set.spec.replicas - count);
      left -= count;
    }
  }
  let spare = availableOf(all) - minAvailable;
  for (const set of active) {
    const count = Math.min(sizeOf(set), spare);
    if (count > 0) {
      sizes.set(set.metadata.name, sizeOf(set) - count);
      spare -= count;
    }
  }
  return sizes;
}

/** The wanted replicas of several ReplicaSets. */
export function replicasOf(sets: ReplicaSet[]): number {
  return sets.reduce((sum, { spec }) => sum + spec.replicas, 0);
}

/** The available replicas of several ReplicaSets. */
export function availableOf(sets: ReplicaSet[]): number {
  return sets.reduce(
    (sum, set) => sum + (set.status?.availableReplicas ?? 0),
    0,
  );
}

/** Oldest first; ties by name. */
export function byCreation(a: ReplicaSet, b: ReplicaSet): number {
  const [first, second] = [a, b].map(
    ({ metadata }) => `${metadata.creationTimestamp} ${metadata.name}`,
  );
  return first < second ? -1 : Number(first > second);
}

function scaled(
  value: IntOrPercent,
  total: number,
  round: (count: number) => number,
): number {
  const percent = /^(\d+)%$/.exec(String(value));
  return percent ? round((Number(percent[1]) * total) / 100) : Number(value);
}
