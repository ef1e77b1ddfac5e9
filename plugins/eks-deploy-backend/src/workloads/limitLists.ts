import { ServiceUnavailableError } from '@backstage/errors';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import pLimit from 'p-limit';
import { TooManyRequestsError } from '../http';
import { getCaller } from './callers';

/** Lists of one cluster that are read at once: each may hold as much as `listLive` allows. */
const AT_ONCE = 4;
/** More than this would wait for longer than anybody does. */
const MOST_WAITING = 100;
/** Lists of one cluster that one caller may have, waiting ones included: more than a page asks for. */
const MOST_OF_CALLER = 16;
const RETRY_AFTER_SECONDS = 5;

/**
 * A client whose lists wait for each other, cluster by cluster, so that many requests at once take no more memory than a
 * few. One cluster that doesn't answer holds up no other, and one caller not all the others.
 */
export function limitLists(
  clusters: ClusterClient,
  options: {
    /** Lists of one cluster that are read at once; 4 by default. */
    atOnce?: number;
    /** Whether what is read is no caller's, though a request may have begun it. */
    background?: boolean;
  } = {},
): ClusterClient {
  const { atOnce = AT_ONCE, background = false } = options;
  const limits = new Map<string, ReturnType<typeof pLimit>>();
  const lists = new Map<string, number>();
  const getLimit = (cluster: string) => {
    const known = limits.get(cluster) ?? pLimit(atOnce);
    limits.set(cluster, known);
    return known;
  };
  const count = (key: string, change: 1 | -1) => {
    const now = (lists.get(key) ?? 0) + change;
    if (now > 0) {
      lists.set(key, now);
    } else {
      lists.delete(key);
    }
  };
  return {
    get: request => clusters.get(request),
    patch: request => clusters.patch(request),
    watch: request => clusters.watch(request),
    lines: request => clusters.lines(request),
    list: async request => {
      const { cluster, signal } = request;
      const caller = background ? undefined : getCaller();
      const key = JSON.stringify([cluster, caller?.id]);
      if (caller && (lists.get(key) ?? 0) >= MOST_OF_CALLER) {
        throw new TooManyRequestsError(
          `${MOST_OF_CALLER} of your requests for cluster '${cluster}' are waiting, as many as one user may have; try again in a few seconds`,
          RETRY_AFTER_SECONDS,
        );
      }
      const turn = getLimit(cluster);
      if (turn.activeCount + turn.pendingCount >= atOnce + MOST_WAITING) {
        throw new TooManyRequestsError(
          `Too many requests for cluster '${cluster}' are waiting; try again in a few seconds`,
          RETRY_AFTER_SECONDS,
        );
      }
      count(key, 1);
      try {
        return await turn(() => {
          signal?.throwIfAborted();
          if (caller?.isGone()) {
            throw new ServiceUnavailableError(
              'Nobody waits for this answer any more',
            );
          }
          return clusters.list(request);
        });
      } finally {
        count(key, -1);
      }
    },
  };
}
