import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';
import { readText } from './answers';
import type { ClusterClient, ClusterRequest } from './ClusterClient';
import { createIdleSignal } from './createIdleSignal';
import { createProxyRequests } from './createProxyRequests';
import { openWatch } from './openWatch';
import { readItems } from './readItems';
import { LineTooLongError, readLines } from './readLines';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A page of a list has many times the bytes of an object, and its body may take as many times as long. */
const LIST_TIMEOUTS = 4;

/** No cluster stores objects of more than a few MB: what is longer is a fault, and not held. */
const LONGEST_OBJECT_BYTES = 16 * 1024 * 1024;

/** Of a longer line of text, e.g. a progress bar that only ever returns to its beginning, the beginning is enough. */
const LONGEST_LINE_BYTES = 64 * 1024;

/** A program that writes this much without a line feed writes no lines, and is read no further. */
const MOST_SKIPPED_BYTES = 256 * 1024 * 1024;

/**
 * What {@link createProxyClusterClient} needs.
 *
 * @public
 */
export interface ProxyClusterClientOptions {
  /** Gives the tokens for the Kubernetes plugin. */
  auth: AuthService;
  /** Tells where the Kubernetes plugin is. */
  discovery: DiscoveryService;
  /** Hears what clusters answered, in short. */
  logger: LoggerService;
  /** For tests; the global one by default. */
  fetch?: typeof fetch;
  /** Longest time for an answer, in milliseconds; 15 s by default. */
  timeoutMs?: number;
  /** Longest silence on a WATCH before it is ended, in milliseconds; 150 s by default, bookmarks come about once a minute. */
  watchIdleMs?: number;
  /** Longest object that is taken, in bytes; 16 MB by default. */
  longestObjectBytes?: number;
}

/**
 * Reaches clusters through the proxy of Backstage's Kubernetes plugin, as this plugin itself and not as the user.
 *
 * @remarks
 * The Kubernetes plugin finds the cluster, signs in to it with whatever auth provider it is configured with, and audits.
 *
 * @public
 */
export function createProxyClusterClient(
  options: ProxyClusterClientOptions,
): ClusterClient {
  const {
    auth,
    discovery,
    logger,
    fetch: send = fetch,
    timeoutMs = 15_000,
    watchIdleMs = 150_000,
    longestObjectBytes = LONGEST_OBJECT_BYTES,
  } = options;
  const requests = createProxyRequests({
    auth,
    discovery,
    logger,
    fetch: send,
  });
  const { request, noAnswer } = requests;

  async function requestJson<T>(
    clusterRequest: ClusterRequest,
    init: RequestInit & { method: string },
  ): Promise<T> {
    const { cluster, path } = clusterRequest;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = clusterRequest.signal
      ? AbortSignal.any([clusterRequest.signal, timeout])
      : timeout;
    const response = await request(clusterRequest, { ...init, signal });
    const asked = `${init.method} ${path}`;
    const write = init.method !== 'GET';
    const toBroken = (error: unknown) =>
      noAnswer({ cluster, asked, error, signal, write, answered: true });
    const text = await readText(response, longestObjectBytes).catch(error => {
      throw toBroken(error);
    });
    if (text === undefined) {
      const message = `The answer of cluster '${cluster}' to ${asked} has more than ${longestObjectBytes} bytes and is not read`;
      throw write
        ? toBroken(new Error(message))
        : new ServiceUnavailableError(message);
    }
    try {
      return JSON.parse(text);
    } catch (error) {
      throw toBroken(error);
    }
  }

  return {
    get: clusterRequest => requestJson(clusterRequest, { method: 'GET' }),

    async list({ onItem, ...clusterRequest }) {
      const { cluster, path, signal } = clusterRequest;
      const asked = `LIST ${path}`;
      const idle = createIdleSignal(signal, timeoutMs);
      try {
        const response = await request(clusterRequest, {
          method: 'GET',
          asked,
          signal: idle.signal,
        });
        // Not extended with each chunk: a body that comes drop by drop would never end.
        idle.extend(LIST_TIMEOUTS * timeoutMs);
        const page = await readItems(
          response.body ?? [],
          longestObjectBytes,
          onItem,
        );
        if (page.skipped > 0) {
          logger.warn(`Left out objects that are too long`, {
            cluster,
            asked,
            objects: page.skipped,
            longestObjectBytes,
          });
        }
        return page;
      } catch (error) {
        throw error instanceof CustomErrorBase
          ? error
          : noAnswer({ cluster, asked, error, signal });
      } finally {
        idle.end();
      }
    },

    patch: ({ patch, ...clusterRequest }) =>
      requestJson(clusterRequest, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json-patch+json' },
        body: JSON.stringify(patch),
      }),

    async *lines(clusterRequest) {
      const { cluster, path, signal } = clusterRequest;
      // Only the answer's beginning is waited for: a program may be silent for as long as it likes.
      const opening = createIdleSignal(signal, timeoutMs);
      try {
        const response = await request(clusterRequest, {
          method: 'GET',
          headers: { accept: '*/*', 'accept-encoding': 'identity' },
          signal: opening.signal,
        });
        opening.extend(LONGEST_TIMER_MS);
        yield* readLines(response.body ?? [], {
          longest: LONGEST_LINE_BYTES,
          mostSkipped: MOST_SKIPPED_BYTES,
        });
      } catch (error) {
        if (error instanceof LineTooLongError) {
          throw new ServiceUnavailableError(
            `its text has more than ${MOST_SKIPPED_BYTES} bytes without a line feed and is not read any further`,
          );
        }
        if (!signal.aborted) {
          throw error instanceof CustomErrorBase
            ? error
            : noAnswer({ cluster, asked: `GET ${path}`, error });
        }
      } finally {
        opening.end();
      }
    },

    watch: clusterRequest =>
      openWatch(
        {
          ...requests,
          ...{ logger, timeoutMs, watchIdleMs, longestObjectBytes },
        },
        clusterRequest,
      ),
  };
}
