import type { KubeObject } from '../objects';
import type { Registry } from '../registry';
import {
  ApiError,
  apiVersionOf,
  storageKey,
  type StoreEvent,
} from '../storage';
import { flag, wholeNumber, type ApiRequest } from './apiRequest';
import { present } from './presentation';
import { selectionOf } from './selection';

/** A line of a watch. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: unknown;
}

/** How often a quiet watch tells the version it has reached, when the client allows it. */
const BOOKMARK_EVERY_MS = 30_000;
const DEFAULT_TIMEOUT_SECONDS = 1800;

/**
 * WATCH: calls `send` for each event until the time is up or the returned function is called; `end` when it ends by
 * itself. A version the history has lost is an ERROR event with 410, as the real server's watch cache sends it.
 */
export function watch(
  registry: Registry,
  request: ApiRequest,
  send: (event: WatchEvent) => void,
  end: () => void,
): () => void {
  const { store } = registry;
  const { query, type, path } = request;
  const matches = selectionOf(request);
  const resource = storageKey(type);
  const forward = (event: StoreEvent) => {
    const seen = transition(event, matches);
    if (seen) send({ type: seen, object: present(type, event.object) });
  };
  const bookmark = (annotations?: Record<string, string>) =>
    send({
      type: 'BOOKMARK',
      object: {
        kind: type.kind,
        apiVersion: apiVersionOf(type),
        metadata: {
          resourceVersion: String(store.resourceVersion),
          creationTimestamp: null,
          ...(annotations && { annotations }),
        },
      },
    });

  const since = query.get('resourceVersion');
  const initial = flag(query, 'sendInitialEvents');
  if (initial || !since || since === '0') {
    for (const object of registry.list(type, path.namespace)) {
      if (matches(object))
        send({ type: 'ADDED', object: present(type, object) });
    }
    if (initial) bookmark({ 'k8s.io/initial-events-end': 'true' });
  } else {
    try {
      store.since(type, Number(since)).forEach(forward);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      send({ type: 'ERROR', object: error.status });
      end();
      return () => undefined;
    }
  }

  const unsubscribe = store.subscribe(event => {
    if (event.resource === resource) forward(event);
  });
  const bookmarks = flag(query, 'allowWatchBookmarks')
    ? setInterval(() => bookmark(), BOOKMARK_EVERY_MS)
    : undefined;
  const seconds =
    wholeNumber(query, 'timeoutSeconds') ?? DEFAULT_TIMEOUT_SECONDS;
  const timeout = setTimeout(() => {
    unsubscribe();
    clearInterval(bookmarks);
    if (bookmarks) bookmark();
    end();
  }, seconds * 1000);
  return () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  };
}

/** Throws the 422 for initial events that are asked for without saying of which version. */
export function assertInitialEvents({ query }: ApiRequest): void {
  if (
    query.has('sendInitialEvents') &&
    query.get('resourceVersionMatch') !== 'NotOlderThan'
  ) {
    throw new ApiError(
      422,
      'Invalid',
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
}

/** What a change looks like to a watcher that sees only what it selected. */
export function transition(
  event: StoreEvent,
  matches: (object: KubeObject) => boolean,
): 'ADDED' | 'MODIFIED' | 'DELETED' | undefined {
  const did = event.previous !== undefined && matches(event.previous);
  const does = event.type !== 'DELETED' && matches(event.object);
  if (did && does) return 'MODIFIED';
  if (does) return 'ADDED';
  return did ? 'DELETED' : undefined;
}
