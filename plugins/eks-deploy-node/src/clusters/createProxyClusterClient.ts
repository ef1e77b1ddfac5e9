import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CustomErrorBase, isError } from '@backstage/errors';
import type { ClusterClient, ClusterRequest } from './ClusterClient';
import { shortenMessage } from '../messages';
import { createIdleSignal } from './createIdleSignal';
import { parseWatchLine } from './parseWatchLine';
import { readLines } from './readLines';
import { toClusterError } from './toClusterError';

const PLUGIN_ID = 'kubernetes';

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
  /** Longest time for an answer, in milliseconds; 15 s by default. A WATCH must open within it. */
  timeoutMs?: number;
  /** Longest silence on a WATCH, in milliseconds; 150 s by default, bookmarks come about once a minute. */
  watchIdleMs?: number;
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
  } = options;

  async function request(
    { cluster, path, query }: ClusterRequest,
    init: RequestInit,
  ): Promise<Response> {
    const asked = `${init.method} ${path}`;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const url = `${await discovery.getBaseUrl(
      PLUGIN_ID,
    )}/proxy${path}${search}`;
    const response = await send(url, {
      ...init,
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...init.headers,
        authorization: `Bearer ${token}`,
        'backstage-kubernetes-cluster': cluster,
      },
    }).catch(error => {
      throw noAnswer({ cluster, asked, error, signal: init.signal });
    });
    if (!response.ok) {
      const body = await readBody(response);
      logger.warn(`Cluster refused a request`, {
        cluster,
        asked,
        status: response.status,
        answer: summarise(body),
      });
      throw toClusterError({ cluster, asked, status: response.status, body });
    }
    return response;
  }

  /** An abort that the caller asked for stays an abort; anything else means that the cluster can't be reached. */
  function noAnswer(failure: {
    cluster: string;
    asked: string;
    error: unknown;
    signal?: AbortSignal | null;
  }) {
    const { cluster, asked, error, signal } = failure;
    if (isError(error) && error.name === 'AbortError' && signal?.aborted) {
      return error;
    }
    logger.warn(`Cluster gave no answer`, {
      cluster,
      asked,
      error: describeFailure(error),
    });
    return toClusterError({ cluster, asked });
  }

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
    return response.json().catch(error => {
      throw noAnswer({
        cluster,
        asked: `${init.method} ${path}`,
        error,
        signal,
      });
    });
  }

  return {
    get: clusterRequest => requestJson(clusterRequest, { method: 'GET' }),

    patch: ({ patch, ...clusterRequest }) =>
      requestJson(clusterRequest, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json-patch+json' },
        body: JSON.stringify(patch),
      }),

    async *watch(clusterRequest) {
      const { cluster, path, query, signal } = clusterRequest;
      const asked = `WATCH ${path}`;
      const idle = createIdleSignal(signal, timeoutMs);
      try {
        const response = await request(
          {
            ...clusterRequest,
            query: { ...query, watch: '1', allowWatchBookmarks: 'true' },
          },
          {
            method: 'GET',
            // Compressed, events would be held back until the stream ends.
            headers: { 'accept-encoding': 'identity' },
            signal: idle.signal,
          },
        );
        idle.extend(watchIdleMs);
        for await (const line of readLines(response.body ?? [])) {
          idle.extend(watchIdleMs);
          yield parseWatchLine(line, { cluster, asked });
        }
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        throw error instanceof CustomErrorBase
          ? error
          : noAnswer({ cluster, asked, error });
      } finally {
        idle.end();
      }
    },
  };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function summarise(body: unknown): string {
  const { reason, message, error } = (
    typeof body === 'object' && body !== null ? body : { message: body }
  ) as { reason?: unknown; message?: unknown; error?: { message?: unknown } };
  return shortenMessage(
    [reason, message ?? error?.message]
      .filter(part => part !== undefined)
      .map(String)
      .join(': '),
  );
}

/** The parser quotes what it can't read, which may be a piece of any object. */
function describeFailure(error: unknown): string {
  return error instanceof SyntaxError
    ? 'the answer is no JSON'
    : shortenMessage(
        String(isError(error) && error.cause ? error.cause : error),
      );
}
