import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import pLimit from 'p-limit';
import { TooManyRequestsError } from '../http';

/** Lists of one cluster that are read at once: each may hold as much as `listLive` allows. */
const AT_ONCE = 4;
/** More than this would wait for longer than anybody does. */
const MOST_WAITING = 100;
const RETRY_AFTER_SECONDS = 5;

/**
 * A client whose lists wait for each other, cluster by cluster, so that many requests at once take no more memory than a
 * few. One that doesn't answer holds up no other.
 */
export function limitLists(clusters: ClusterClient): ClusterClient {
  const limits = new Map<string, ReturnType<typeof pLimit>>();
  const getLimit = (cluster: string) => {
    const known = limits.get(cluster) ?? pLimit(AT_ONCE);
    limits.set(cluster, known);
    return known;
  };
  return {
    get: request => clusters.get(request),
    patch: request => clusters.patch(request),
    watch: request => clusters.watch(request),
    lines: request => clusters.lines(request),
    list: async request => {
      const { cluster, signal } = request;
      const turn = getLimit(cluster);
      if (turn.activeCount + turn.pendingCount >= AT_ONCE + MOST_WAITING) {
        throw new TooManyRequestsError(
          `Too many requests for cluster '${cluster}' are waiting; try again in a few seconds`,
          RETRY_AFTER_SECONDS,
        );
      }
      return turn(() => {
        signal?.throwIfAborted();
        return clusters.list(request);
      });
    },
  };
}
