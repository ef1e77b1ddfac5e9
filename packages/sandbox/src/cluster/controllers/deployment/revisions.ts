import type { Deployment, ReplicaSet } from '../../objects';
import { rollingLimits } from './rollingArithmetic';

/** The number of a revision, on the ReplicaSet and, of the newest, on the Deployment. */
export const REVISION = 'deployment.kubernetes.io/revision';
/** The numbers a ReplicaSet had before rollbacks renumbered it. */
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

/** Annotations of a Deployment that are not copied to its ReplicaSets. */
const NOT_COPIED = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
];

/** The revision of an object, 0 when it has none. */
export function revisionOf({ metadata }: Deployment | ReplicaSet): number {
  return Number(metadata.annotations?.[REVISION] ?? 0) || 0;
}

/** The number the new ReplicaSet gets: one above all old ones, so that a rollback makes it the newest again. */
export function nextRevision(old: ReplicaSet[]): number {
  return Math.max(0, ...old.map(revisionOf)) + 1;
}

/** The annotations of the new ReplicaSet: the Deployment's own, its revision and, at first, its size. */
export function newReplicaSetAnnotations(
  deployment: Deployment,
  current: Record<string, string> | undefined,
  revision: number,
): Record<string, string> {
  const annotations = { ...current };
  for (const [key, value] of Object.entries(
    deployment.metadata.annotations ?? {},
  )) {
    if (!NOT_COPIED.includes(key)) annotations[key] = value;
  }
  const before = annotations[REVISION];
  if (!before || Number(before) < revision) {
    annotations[REVISION] = String(revision);
    if (before) {
      annotations[REVISION_HISTORY] = [annotations[REVISION_HISTORY], before]
        .filter(Boolean)
        .join(',');
    }
  }
  return current === undefined
    ? { ...annotations, ...sizeAnnotations(deployment) }
    : annotations;
}

/** What a ReplicaSet remembers of the Deployment's size, which is how a scaling is told from a rollout. */
export function sizeAnnotations(
  deployment: Deployment,
): Record<string, string> {
  const { replicas } = deployment.spec;
  return {
    [DESIRED_REPLICAS]: String(replicas),
    [MAX_REPLICAS]: String(replicas + rollingLimits(deployment).maxSurge),
  };
}

/** Whether a ReplicaSet was last sized for another count than the Deployment wants now. */
export function isScalingEvent(
  deployment: Deployment,
  sets: ReplicaSet[],
): boolean {
  return sets
    .filter(({ spec }) => spec.replicas > 0)
    .some(({ metadata }) => {
      const desired = metadata.annotations?.[DESIRED_REPLICAS];
      return (
        desired !== undefined && Number(desired) !== deployment.spec.replicas
      );
    });
}

/** The total a ReplicaSet was last sized within. */
export function maxReplicasOf({ metadata }: ReplicaSet): number | undefined {
  const value = metadata.annotations?.[MAX_REPLICAS];
  return value === undefined ? undefined : Number(value);
}

/** The old ReplicaSets that the history limit leaves no room for: those of the lowest revisions, once they are empty. */
export function expiredRevisions(
  deployment: Deployment,
  old: ReplicaSet[],
): ReplicaSet[] {
  const alive = old.filter(({ metadata }) => !metadata.deletionTimestamp);
  const excess = alive.length - deployment.spec.revisionHistoryLimit;
  if (excess <= 0) return [];
  return alive
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .slice(0, excess)
    .filter(
      ({ spec, status, metadata }) =>
        spec.replicas === 0 &&
        (status?.replicas ?? 0) === 0 &&
        (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0),
    );
}
