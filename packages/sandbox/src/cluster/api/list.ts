import type { KubeObject } from '../objects';
import type { Registry } from '../registry';
import { apiVersionOf, badRequest, expired } from '../storage';
import {
  ok,
  wholeNumber,
  type ApiRequest,
  type ApiResponse,
} from './apiRequest';
import { present } from './presentation';
import { selectionOf } from './selection';

/** Where the next page of a LIST starts. */
interface Continuation {
  resourceVersion: number;
  after: string;
}

/** LIST, in pages where the client asks for a `limit`. */
export function list(registry: Registry, request: ApiRequest): ApiResponse {
  const { query, type, path } = request;
  const continuation = parseContinuation(query.get('continue'));
  const selected = registry
    .list(type, path.namespace)
    .filter(selectionOf(request));
  const remaining = continuation
    ? selected.filter(object => positionOf(object) > continuation.after)
    : selected;
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
        remainingItemCount: left,
      }),
    },
    items: items.map(object => present(type, object)),
  });
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
    throw expired(
      'The provided continue parameter is too old to display a consistent list result.',
    );
  }
  return { resourceVersion, after };
}
