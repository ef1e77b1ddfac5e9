import type { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';
import type { ClusterRequest, WatchEvent } from './ClusterClient';
import { createIdleSignal } from './createIdleSignal';
import type { createProxyRequests } from './createProxyRequests';
import { ClusterGoneError } from './errors';
import { parseWatchLine } from './parseWatchLine';
import { LineTooLongError, readLines } from './readLines';

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
  // A proxy may hold the head of an answer back until there is a body, which on quiet objects is the first bookmark.
  const openingMs = listed ? idleMs : deps.timeoutMs;
  const idle = createIdleSignal(signal, openingMs);
  try {
    const response = await deps.request(
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
    const { longestObjectBytes } = deps;
    return readEvents(deps, {
      place: { cluster, asked },
      lines: readLines(response.body ?? [], longestObjectBytes),
      ...{ listed, idleMs, idle, signal },
    });
  } catch (error) {
    idle.end();
    throw error instanceof CustomErrorBase
      ? error
      : deps.noAnswer({ cluster, asked, error, signal });
  }
}

async function* readEvents<T>(
  deps: WatchDeps,
  opened: {
    place: { cluster: string; asked: string };
    lines: AsyncIterable<string>;
    /** Whether no list is to come first. */
    listed: boolean;
    idleMs: number;
    idle: ReturnType<typeof createIdleSignal>;
    signal: AbortSignal;
  },
): AsyncGenerator<WatchEvent<T>> {
  const { logger, timeoutMs, longestObjectBytes } = deps;
  const { place, lines, idleMs, idle, signal } = opened;
  let { listed } = opened;
  const extend = () => idle.extend(listed ? idleMs : timeoutMs);
  try {
    extend();
    for await (const line of lines) {
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
