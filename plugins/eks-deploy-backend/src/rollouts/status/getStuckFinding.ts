import type { PodRow, ReplicaSetRow } from '../rows';
import type { Finding } from './Finding';

/** How long after its grace a pod may take to be gone: the kubelet has to see it and to tell. */
const MARGIN_MS = 30_000;

/** When a pod that is still there begins to count as stuck; undefined if it isn't going away. */
export function getStuckAt({ terminatesBy }: PodRow): number | undefined {
  return terminatesBy === undefined
    ? undefined
    : Date.parse(terminatesBy) + MARGIN_MS;
}

/**
 * That a pod does not go away although its grace is over.
 *
 * @param replicaSets - Those that may control it, to name its Revision.
 */
export function getStuckFinding(
  pod: PodRow,
  now: Date,
  replicaSets: ReplicaSetRow[] = [],
): Finding[] {
  const stuckAt = getStuckAt(pod);
  return stuckAt !== undefined && now.getTime() >= stuckAt
    ? [
        {
          kind: 'stuck-terminating',
          message: `its grace ended and it is still there${
            pod.node ? ` on node ${pod.node}` : ''
          }`,
          pod: pod.name,
          revision: replicaSets.find(({ uid }) => uid === pod.controller)
            ?.revision,
          since: pod.terminatesBy,
        },
      ]
    : [];
}
