import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterGoneError,
  type ClusterClient,
  type ClusterRequest,
  type ListPage,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';

const PAGE_SIZE = 500;

/** A busy cluster is given this much time and this many tries for a page, or a long list would never come to its end. */
const BUSY_TRIES = 3;
const LONGEST_BUSY_MS = 10_000;

/** How much of a list is read; all of it by default. */
export interface ListBounds {
  /** Objects of a page; 500 by default. */
  pageSize?: number;
  /** Objects. */
  most?: number;
  /** Bytes of all objects, kept or not. */
  mostBytes?: number;
  /** What is thrown where there is more. */
  toError?: () => Error;
}

/**
 * Reads a whole list, page by page, keeping of each item what is made of it, the version from which to watch on, and how
 * many items were too long to be read.
 */
export async function listAll<Item, Kept>(
  clusters: ClusterClient,
  request: ClusterRequest,
  toKept: (item: Item) => Kept[],
  bounds: ListBounds = {},
): Promise<{ kept: Kept[]; resourceVersion: string; skipped: number }> {
  const read = async (paging: Record<string, string>) => {
    const kept: Kept[] = [];
    const countItem = createCounter(bounds);
    let skipped = 0;
    let page: Partial<ListPage> = {};
    do {
      page = await readPage<Item>(
        clusters,
        {
          ...request,
          query: {
            ...request.query,
            ...paging,
            ...(page.next ? { continue: page.next } : {}),
          },
        },
        (item, bytes) => {
          countItem(bytes);
          kept.push(...toKept(item));
        },
      );
      skipped += page.skipped ?? 0;
    } while (page.next);
    return { kept, skipped, resourceVersion: page.resourceVersion ?? '' };
  };
  try {
    return await read({ limit: String(bounds.pageSize ?? PAGE_SIZE) });
  } catch (error) {
    if (!(error instanceof ClusterGoneError)) {
      throw error;
    }
    // The token that a 410 offers goes on in a newer version than that of the pages before it: what changed in those
    // would be missed by a WATCH from the new one. A list in one page can't run out on its way.
    return read({});
  }
}

function createCounter({
  most = Infinity,
  mostBytes = Infinity,
  toError = () => new ServiceUnavailableError('The list is too long'),
}: ListBounds): (bytes: number) => void {
  let items = 0;
  let total = 0;
  return bytes => {
    items += 1;
    total += bytes;
    if (items > most || total > mostBytes) {
      throw toError();
    }
  };
}

async function readPage<Item>(
  clusters: ClusterClient,
  request: ClusterRequest,
  onItem: (item: Item, bytes: number) => void,
): Promise<ListPage> {
  for (let left = BUSY_TRIES - 1; ; left -= 1) {
    let pause: number;
    try {
      return await clusters.list<Item>({ ...request, onItem });
    } catch (error) {
      // Busy is said instead of a page, never within it, so that no item is given twice.
      if (!(error instanceof ClusterBusyError) || left === 0) {
        throw error;
      }
      pause = error.retryAfterMs ?? Infinity;
      if (pause > LONGEST_BUSY_MS) {
        throw error;
      }
    }
    await sleep(pause, undefined, { signal: request.signal, ref: false });
  }
}
