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
  resourceVersion: number;
  after: string;
}

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
  const resourceVersion =
    continuation?.resourceVersion ?? registry.store.resourceVersion;
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
  { store }: Registry,
  { type, path }: ApiRequest,
  { resourceVersion, after }: Continuation,
): KubeObject[] {
  try {
    return store
      .listAt(type, resourceVersion, path.namespace)
      .filter(object => positionOf(object) > after);
  } catch (error) {
    throw error instanceof ApiError ? tooOld() : error;
  }
}

function tooOld(): ApiError {
  return expired(
    'The provided continue parameter is too old to display a consistent list result.',
  );
}

function positionOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function formatContinuation(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64url');
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
  const { resourceVersion, after } = value as Partial<Continuation>;
  if (typeof resourceVersion !== 'number' || typeof after !== 'string') {
    throw tooOld();
  }
  return { resourceVersion, after };
}
