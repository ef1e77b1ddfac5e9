import type { Deployment, ReplicaSet } from '../../objects';
import { maxReplicasOf } from './revisions';
import {
  availableOf,
  byCreation,
  replicasOf,
  rollingLimits,
} from './rollingArithmetic';

/**
 * The sizes of the ReplicaSets after the Deployment was scaled, by name. One active ReplicaSet takes the whole change;
 * in the midst of a rollout each takes its share, so that scaling doesn't hasten the rollout.
 */
export function scaleReplicaSets(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  old: ReplicaSet[],
): Map<string, number> {
  const { replicas } = deployment.spec;
  const only = findActiveOrLatest(newReplicaSet, old);
  if (only) return new Map([[only.metadata.name, replicas]]);
  if (newReplicaSet && isSaturated(deployment, newReplicaSet)) {
    return new Map(active(old).map(({ metadata }) => [metadata.name, 0]));
  }
  if (deployment.spec.strategy.type !== 'RollingUpdate') return new Map();

  const all = active([...old, ...(newReplicaSet ? [newReplicaSet] : [])]);
  const allowed =
    replicas > 0 ? replicas + rollingLimits(deployment).maxSurge : 0;
  const toAdd = allowed - replicasOf(all);
  const ordered = all.sort(
    (a, b) =>
      b.spec.replicas - a.spec.replicas ||
      (toAdd > 0 ? byCreation(b, a) : byCreation(a, b)),
  );
  const sizes = new Map<string, number>();
  let added = 0;
  for (const set of ordered) {
    const share = shareOf(set, deployment, toAdd, added);
    sizes.set(set.metadata.name, set.spec.replicas + share);
    added += share;
  }
  const [largest] = ordered;
  if (largest) {
    const size = sizes.get(largest.metadata.name) ?? 0;
    sizes.set(largest.metadata.name, Math.max(0, size + toAdd - added));
  }
  return sizes;
}

function findActiveOrLatest(
  newReplicaSet: ReplicaSet | undefined,
  old: ReplicaSet[],
): ReplicaSet | undefined {
  if (!newReplicaSet && old.length === 0) return undefined;
  const sorted = [...old].sort((a, b) => byCreation(b, a));
  const running = active([
    ...sorted,
    ...(newReplicaSet ? [newReplicaSet] : []),
  ]);
  if (running.length === 0) return newReplicaSet ?? sorted[0];
  return running.length === 1 ? running[0] : undefined;
}

function isSaturated(deployment: Deployment, set: ReplicaSet): boolean {
  const { replicas } = deployment.spec;
  return set.spec.replicas === replicas && availableOf([set]) === replicas;
}

function shareOf(
  set: ReplicaSet,
  deployment: Deployment,
  toAdd: number,
  added: number,
): number {
  if (set.spec.replicas === 0 || toAdd === 0 || added === toAdd) return 0;
  const share = fractionOf(set, deployment);
  const left = toAdd - added;
  return toAdd > 0 ? Math.min(share, left) : Math.max(share, left);
}

/** The change that keeps the ReplicaSet's share of the total. */
function fractionOf(set: ReplicaSet, deployment: Deployment): number {
  if (deployment.spec.replicas === 0) return -set.spec.replicas;
  const total = deployment.spec.replicas + rollingLimits(deployment).maxSurge;
  const before = maxReplicasOf(set) ?? deployment.status?.replicas ?? total;
  return Math.round((set.spec.replicas * total) / before) - set.spec.replicas;
}

function active(sets: ReplicaSet[]): ReplicaSet[] {
  return sets.filter(({ spec }) => spec.replicas > 0);
}
