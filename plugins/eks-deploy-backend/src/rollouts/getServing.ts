import type { ServingRevision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { withDigests } from './rolloutParts';
import type { ArgoRolloutRow, PodRow, ReplicaSetRow } from './rows';
import type { WorkloadSet } from './toSetRollout';

/**
 * The Revisions that available pods run, newest first.
 *
 * @param replicaSets - All of the Workload.
 * @param pods - Theirs; they say which digest an image is.
 */
export function getServing(
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
): Array<ServingRevision & { hash?: string }> {
  return replicaSets
    .filter(({ available }) => available > 0)
    .sort((a, b) => b.revision - a.revision)
    .map(({ uid, hash, revision, images, available }) => ({
      revision,
      images: withDigests(
        images,
        pods.filter(({ controller }) => controller === uid),
      ),
      available,
      hash,
    }));
}

/** The same of an Argo Rollout, which names its two Revisions. */
export function getArgoServing(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
): ServingRevision[] {
  const two = row.newest !== row.stable;
  return getServing(replicaSets, pods).map(({ hash, ...serving }) => ({
    ...serving,
    role: two ? getRole(row, hash) : undefined,
  }));
}

function getRole(
  { strategy, active, newest, stable }: ArgoRolloutRow,
  hash: string | undefined,
): ServingRevision['role'] {
  if (strategy === 'blue-green') {
    if (hash === active) {
      return 'active';
    }
    return hash === newest ? 'preview' : undefined;
  }
  if (hash === stable) {
    return 'stable';
  }
  return hash === newest ? 'canary' : undefined;
}

/** The same of a StatefulSet or DaemonSet; which template a pod is of shows only once all are of the newest. */
export function getSetServing(
  { row }: WorkloadSet,
  pods: PodRow[],
): ServingRevision[] | undefined {
  const { images, available, updated, total } = row;
  if (available === 0) {
    return [];
  }
  return updated === total
    ? [{ revision: 0, images: withDigests(images, pods), available }]
    : undefined;
}
