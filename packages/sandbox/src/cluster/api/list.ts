import type { KubeObject } from '../objects';
import type { Registry } from '../registry';
import { ApiError, apiVersionOf, badRequest, expired } from '../storage';
import {
  ok,
  wholeNumber,
  type ApiRequest,
  type ApiResponse,
} from './apiRequest';
import { presentItem } from './presentation';
import { isSelective, selectionOf } from './selection';

/** Where the next page of a LIST starts. */
interface Continuation {
  /** That of the first page; {@link ANY_VERSION} goes on with whatever there is now. */
  resourceVersion: number;
  after: string;
}

const ANY_VERSION = -1;
/** As the API server's tokens say it, in JSON below base64. */
const TOKEN_VERSION = 'meta.k8s.io/v1';

/** LIST, in pages where the client asks for a `limit`. */
export function list(registry: Registry, request: ApiRequest): ApiResponse {
  const { query, type, path } = request;
  const continuation = parseContinuation(query.get('continue'));
  const all = continuation
    ? listRest(registry, request, continuation)
    : registry.list(type, path.namespace);
  const remaining = all.filter(selectionOf(request));
  const limit = wholeNumber(query, 'limit') || remaining.length;
  const items = remaining.slice(0, limit);
  const left = remaining.length - items.length;
  const resourceVersion = isConsistent(continuation)
    ? continuation.resourceVersion
    : registry.store.resourceVersion;
  return ok({
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata: {
      resourceVersion: String(resourceVersion),
      ...(left > 0 && {
        continue: formatContinuation({
          resourceVersion,
          after: positionOf(items[items.length - 1]),
        }),
        ...(!isSelective(request) && { remainingItemCount: left }),
      }),
    },
    items: items.map(object => presentItem(type, object)),
  });
}

/** The further pages show what was there at the first, whatever has changed meanwhile. */
function listRest(
  registry: Registry,
  { type, path }: ApiRequest,
  continuation: Continuation,
): KubeObject[] {
  const { resourceVersion, after } = continuation;
  try {
    const all = isConsistent(continuation)
      ? registry.store.listAt(type, resourceVersion, path.namespace)
      : registry.list(type, path.namespace);
    return all.filter(object => positionOf(object) > after);
  } catch (error) {
    throw error instanceof ApiError ? tooOld(after) : error;
  }
}

function isConsistent(
  continuation: Continuation | undefined,
): continuation is Continuation {
  return (
    continuation !== undefined && continuation.resourceVersion !== ANY_VERSION
  );
}

/** The refusal has a token with which the client may go on all the same. */
function tooOld(after: string): ApiError {
  const error = expired(
    'The provided continue parameter is too old to display a consistent list result.',
  );
  error.status.metadata.continue = formatContinuation({
    resourceVersion: ANY_VERSION,
    after,
  });
  return error;
}

function positionOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function formatContinuation({ resourceVersion, after }: Continuation): string {
  const token = { v: TOKEN_VERSION, rv: resourceVersion, start: after };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function parseContinuation(token: string | null): Continuation | undefined {
  if (!token) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw badRequest(
      'continue key is not valid: it must be the token of an earlier list',
    );
  }
  const { rv, start } = value as { rv?: unknown; start?: unknown };
  if (typeof rv !== 'number' || typeof start !== 'string') {
    throw badRequest('continue key is not valid: it has no version or start');
  }
  return { resourceVersion: rv, after: start };
}
