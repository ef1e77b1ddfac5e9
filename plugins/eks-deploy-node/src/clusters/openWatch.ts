import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';
import type { ClusterRequest, WatchEvent } from './ClusterClient';
import { createIdleSignal } from './createIdleSignal';
import type { createProxyRequests } from './createProxyRequests';
import { ClusterGoneError } from './errors';
import { parseWatchLine } from './parseWatchLine';
import { LineTooLongError, readLines } from './readLines';

/** Where the head of an answer may be held back, what isn't refused within this time is taken for open. */
const REFUSED_WITHIN_MS = 1_000;

/**
 * What {@link openWatch} needs.
 *
 * @internal
 */
export type WatchDeps = ReturnType<typeof createProxyRequests> & {
  logger: LoggerService;
  /** Longest silence within the list that it begins with, if it does. */
  timeoutMs: number;
  /** Longest silence of a WATCH that asks for no other. */
  watchIdleMs: number;
  longestObjectBytes: number;
};

/**
 * Opens a WATCH.
 *
 * @internal
 */
export async function openWatch<T>(
  deps: WatchDeps,
  watchRequest: ClusterRequest & { signal: AbortSignal; idleMs?: number },
): Promise<AsyncIterable<WatchEvent<T>>> {
  const { cluster, path, query, signal } = watchRequest;
  const { idleMs = deps.watchIdleMs } = watchRequest;
  const asked = `WATCH ${path}`;
  const listed = query?.sendInitialEvents === undefined;
  // Such a proxy holds it until there is a body, which on quiet objects is the first bookmark.
  const heldBack = listed && !deps.answersAtOnce();
  const idle = createIdleSignal(signal, heldBack ? idleMs : deps.timeoutMs);
  const answer = deps.request(
    {
      ...watchRequest,
      query: { ...query, watch: '1', allowWatchBookmarks: 'true' },
    },
    {
      method: 'GET',
      asked,
      // Compressed, events would be held back until the stream ends.
      headers: { 'accept-encoding': 'identity' },
      signal: idle.signal,
    },
  );
  try {
    await (heldBack ? Promise.race([answer, rest()]) : answer);
    const place = { cluster, asked };
    return readEvents(deps, { place, answer, listed, idleMs, idle, signal });
  } catch (error) {
    idle.end();
    throw error instanceof CustomErrorBase
      ? error
      : deps.noAnswer({ cluster, asked, error, signal });
  }
}

async function rest(): Promise<void> {
  await sleep(REFUSED_WITHIN_MS, undefined, { ref: false });
}

async function* readEvents<T>(
  deps: WatchDeps,
  opened: {
    place: { cluster: string; asked: string };
    answer: Promise<Response>;
    /** Whether no list is to come first. */
    listed: boolean;
    idleMs: number;
    idle: ReturnType<typeof createIdleSignal>;
    signal: AbortSignal;
  },
): AsyncGenerator<WatchEvent<T>> {
  const { logger, timeoutMs, longestObjectBytes } = deps;
  const { place, answer, idleMs, idle, signal } = opened;
  let { listed } = opened;
  const extend = () => idle.extend(listed ? idleMs : timeoutMs);
  try {
    const { body } = await answer;
    extend();
    for await (const line of readLines(body ?? [], {
      longest: longestObjectBytes,
    })) {
      const event = parseWatchLine<T>(line, place);
      listed ||= event.type === 'BOOKMARK';
      extend();
      yield event;
    }
  } catch (error) {
    // Kinds without bookmarks may be silent for long. Whoever watches on learns whether the cluster is still there.
    if (signal.aborted || (listed && idle.signal.aborted)) {
      return;
    }
    if (error instanceof LineTooLongError) {
      logger.warn(`Left out an event that is too long, and lists anew`, {
        ...place,
        longestObjectBytes,
      });
      throw new ClusterGoneError(
        `Cluster '${place.cluster}' sent an event that is too long on ${place.asked}`,
      );
    }
    throw error instanceof CustomErrorBase
      ? error
      : deps.noAnswer({ ...place, error });
  } finally {
    idle.end();
  }
}
