import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ClusterRequest } from './ClusterClient';
import { describeFailure, readBody, summarise } from './answers';
import { parseRetryAfter } from './parseRetryAfter';
import { RepeatedRefusals } from './RepeatedRefusals';
import { STREAMS_HEADER } from './streamsHeader';
import { isConnectionRefused } from './isConnectionRefused';
import { toClusterError } from './toClusterError';

const PLUGIN_ID = 'kubernetes';

/**
 * A request on its way through the proxy of the Kubernetes plugin.
 *
 * @internal
 */
export interface ProxyRequestInit extends RequestInit {
  method: string;
  /** What logs and errors call it; method and path by default. */
  asked?: string;
}

/**
 * A request that led to no answer, or to the beginning of one.
 *
 * @internal
 */
export interface NoAnswer {
  cluster: string;
  asked: string;
  error: unknown;
  /** The caller's. */
  signal?: AbortSignal | null;
  /** Whether the request would change something; false by default. */
  write?: boolean;
  /** Whether the answer had already begun. */
  answered?: boolean;
}

/**
 * Sends requests through the proxy of the Kubernetes plugin.
 *
 * @internal
 */
export function createProxyRequests(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  fetch: typeof fetch;
}) {
  const { auth, discovery, logger, fetch: send } = options;
  const refusals = new RepeatedRefusals();
  let answersAtOnce = false;

  /**
   * What is asked for again and again fails alike for hours, and is a warning only once. What isn't there is none: it is for
   * who asked to know whether it should be.
   */
  function log(
    message: string,
    fields: {
      cluster: string;
      asked: string;
      status?: number;
      answer?: string;
      error?: string;
    },
    isAbsent = false,
  ): void {
    const repeated = refusals.refused(toKey(fields), fields.status);
    logger[repeated || isAbsent ? 'debug' : 'warn'](message, fields);
  }

  async function prepare() {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    return { token, baseUrl: await discovery.getBaseUrl(PLUGIN_ID) };
  }

  async function sendOnce(
    { cluster, path, query }: ClusterRequest,
    init: ProxyRequestInit,
  ): Promise<Response> {
    const asked = init.asked ?? `${init.method} ${path}`;
    const { token, baseUrl } = await prepare().catch(error => {
      log(`The portal could not ask a cluster`, {
        cluster,
        asked,
        error: describeFailure(error),
      });
      throw new ServiceUnavailableError(
        `Cluster '${cluster}' did not carry out ${asked}: the portal could not prepare the request and sent none; try again in a minute, and see the backend's log if it goes on`,
      );
    });
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const url = `${baseUrl}/proxy${path}${search}`;
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
      throw noAnswer({
        cluster,
        asked,
        error,
        signal: init.signal,
        write: isWrite(init),
      });
    });
    if (response.ok) {
      answersAtOnce = response.headers.has(STREAMS_HEADER);
    }
    return response;
  }

  async function request(
    clusterRequest: ClusterRequest,
    init: ProxyRequestInit,
  ): Promise<Response> {
    const { cluster, path } = clusterRequest;
    const asked = init.asked ?? `${init.method} ${path}`;
    let response = await sendOnce(clusterRequest, init);
    if (response.status === 401) {
      // A token may run out on its way. A request that was let in nowhere did nothing, so even a PATCH may be sent again,
      // and both the Kubernetes plugin's and the cluster's token are made anew for it.
      await response.body?.cancel().catch(() => {});
      response = await sendOnce(clusterRequest, init);
    }
    const { ok, status } = response;
    if (!ok) {
      const body = await readBody(response);
      const error = toClusterError({
        cluster,
        asked,
        status,
        body,
        write: isWrite(init),
        retryAfterMs: parseRetryAfter(response.headers.get('retry-after')),
      });
      log(
        `Cluster refused a request`,
        { cluster, asked, status, answer: summarise(body) },
        error instanceof NotFoundError,
      );
      throw error;
    }
    refusals.succeeded(toKey({ cluster, asked }));
    return response;
  }

  function noAnswer(failure: NoAnswer): Error {
    const { cluster, asked, error, signal, write, answered } = failure;
    if (isError(error) && error.name === 'AbortError' && signal?.aborted) {
      return error;
    }
    log(`Cluster gave no answer`, {
      cluster,
      asked,
      error: describeFailure(error),
    });
    const cause = isError(error) && error.cause ? error.cause : error;
    const unsent = !answered && isConnectionRefused(String(cause));
    return toClusterError({ cluster, asked, write, unsent });
  }

  return {
    /** The answer, if it is one of success; throws what {@link toClusterError} makes of any other. */
    request,
    /** An abort that the caller asked for stays an abort; anything else means that the cluster can't be reached. */
    noAnswer,
    /** Whether the proxy passes the head of an answer on at once, as its last one from a cluster tells. */
    answersAtOnce: () => answersAtOnce,
  };
}

function isWrite({ method }: ProxyRequestInit): boolean {
  return method !== 'GET';
}

function toKey({ cluster, asked }: { cluster: string; asked: string }): string {
  return `${cluster} ${asked}`;
}
