import { EventEmitter, on, once } from 'node:events';
import {
  toClusterError,
  type ClusterClient,
  type ClusterRequest,
  type ListPage,
  type WatchEvent,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { applyPatch } from 'rfc6902';

/** What a fake cluster needs to know of an object. */
export interface FakeObject {
  metadata?: {
    name?: string;
    uid?: string;
    resourceVersion?: string;
    labels?: Record<string, string>;
  };
}

const COLLECTION =
  /\/(deployments|replicasets|pods|events|horizontalpodautoscalers|ingresses|statefulsets|daemonsets|rollouts)$/;

/** Told to a WATCH that is to end as the server's timeout ends it. */
class EndOfWatch extends Error {}

/** Of selectors by equality only. */
function createLabelFilter(selector: string | undefined) {
  const terms = (selector?.split(',') ?? []).map(term => term.split('='));
  return ({ metadata }: FakeObject) =>
    terms.every(([key, value]) => metadata?.labels?.[key] === value);
}

type Listener = (event: WatchEvent<FakeObject> | Error) => void;

/** A cluster in memory: objects by collection, LIST in pages, WATCH, JSON Patch. */
export class FakeCluster implements ClusterClient {
  /** Method and path of each request so far. */
  readonly calls: string[] = [];
  /** Whether a WATCH may begin with the list. */
  streamsLists = true;
  /** The requests so far. */
  readonly requests: ClusterRequest[] = [];
  /** Thrown in answer to every WATCH that is allowed otherwise, while it is set. */
  watchFailure?: Error;
  /** Thrown in answer to every request while it is set. */
  failure?: Error;
  /** Thrown in answer to every request of a path that ends like this. */
  readonly failures = new Map<string, Error>();
  /** What containers wrote, by the path of their log. */
  readonly logs = new Map<string, string[]>();
  /** What the proxy answers to every write while it is set. */
  refusal?: { status: number; message: string };
  private readonly collections = new Map<string, Map<string, FakeObject>>();
  private readonly watchers = new Set<{ path: string; listener: Listener }>();
  private version = 0;

  /** Creates or replaces an object of a collection, e.g. `/api/v1/namespaces/chat/pods`. */
  put(collection: string, object: FakeObject): void {
    const objects = this.collection(collection);
    const name = object.metadata?.name ?? '';
    const type = objects.has(name) ? 'MODIFIED' : 'ADDED';
    this.version += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.version) },
    };
    objects.set(name, stored);
    this.tell(collection, { type, object: stored });
  }

  remove(collection: string, name: string): void {
    const object = this.collection(collection).get(name);
    if (object) {
      this.collection(collection).delete(name);
      this.tell(collection, { type: 'DELETED', object });
    }
  }

  /** Ends every open WATCH, as a server does after its timeout or, with an error, when the connection breaks. */
  endWatches(error?: Error): void {
    this.watchers.forEach(({ listener }) =>
      listener(error ?? new EndOfWatch()),
    );
  }

  get openWatches(): number {
    return this.watchers.size;
  }

  async list<T>(
    request: ClusterRequest & { onItem: (item: T, bytes: number) => void },
  ): Promise<ListPage> {
    const { items, metadata } = await this.get<{
      items: T[];
      metadata: { resourceVersion: string; continue?: string };
    }>(request);
    items.forEach(item => request.onItem(item, JSON.stringify(item).length));
    return {
      resourceVersion: metadata.resourceVersion,
      next: metadata.continue,
    };
  }

  async get<T>(request: ClusterRequest): Promise<T>;
  async get(request: ClusterRequest): Promise<unknown> {
    this.record('GET', request);
    const { path, query = {} } = request;
    const objects = this.collections.get(path);
    if (objects || COLLECTION.test(path)) {
      const all = [...(objects?.values() ?? [])].filter(
        createLabelFilter(query.labelSelector),
      );
      const from = Number(query.continue ?? 0);
      const to = from + Number(query.limit ?? all.length);
      return {
        metadata: {
          resourceVersion: String(this.version),
          continue: to < all.length ? String(to) : undefined,
        },
        items: all.slice(from, to),
      };
    }
    return this.find(request);
  }

  async patch<T>(
    request: ClusterRequest & { patch: Parameters<typeof applyPatch>[1] },
  ): Promise<T>;
  async patch(
    request: ClusterRequest & { patch: Parameters<typeof applyPatch>[1] },
  ): Promise<unknown> {
    this.record('PATCH', request);
    const object = structuredClone(this.find(request));
    const failed = applyPatch(object, request.patch).some(Boolean);
    if (failed) {
      throw this.refuse(request, 422);
    }
    this.put(request.path.replace(/\/[^/]+$/, ''), object);
    return this.find(request);
  }

  async watch<T>(
    request: ClusterRequest & { signal: AbortSignal },
  ): Promise<AsyncIterable<WatchEvent<T>>>;
  async watch(
    request: ClusterRequest & { signal: AbortSignal },
  ): Promise<AsyncIterable<WatchEvent<FakeObject>>> {
    this.record('WATCH', request);
    const { path, query, signal } = request;
    if (query?.sendInitialEvents && !this.streamsLists) {
      throw this.refuse(request, 422);
    }
    if (this.watchFailure) {
      throw this.watchFailure;
    }
    const told = new EventEmitter();
    const watcher = {
      path,
      listener: (event: WatchEvent<FakeObject> | Error) =>
        told.emit('event', event),
    };
    const events = on(told, 'event', { signal });
    this.watchers.add(watcher);
    signal.addEventListener('abort', () => this.watchers.delete(watcher));
    if (query?.sendInitialEvents) {
      this.listInitially(path).forEach(watcher.listener);
    }
    return this.readEvents(events, signal, () => this.watchers.delete(watcher));
  }

  private async *readEvents(
    events: AsyncIterable<Array<WatchEvent<FakeObject> | Error>>,
    signal: AbortSignal,
    onEnd: () => void,
  ): AsyncGenerator<WatchEvent<FakeObject>> {
    try {
      for await (const [event] of events) {
        if (event instanceof Error) {
          throw event;
        }
        yield event;
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof EndOfWatch)) {
        throw error;
      }
    } finally {
      onEnd();
    }
  }

  private listInitially(path: string): Array<WatchEvent<FakeObject>> {
    const objects = this.collections.get(path)?.values() ?? [];
    const metadata = {
      resourceVersion: String(this.version),
      annotations: { 'k8s.io/initial-events-end': 'true' },
    };
    return [
      ...Array.from(objects, object => ({ type: 'ADDED' as const, object })),
      { type: 'BOOKMARK', object: { metadata } },
    ];
  }

  async *lines(
    request: ClusterRequest & { signal: AbortSignal },
  ): AsyncIterable<string> {
    this.record('GET', request);
    const lines = this.logs.get(request.path);
    if (!lines) {
      throw this.refuse(request, 400);
    }
    yield* lines;
    // Followed, a log goes on as long as somebody reads it.
    if (request.query?.follow && !request.signal.aborted) {
      await once(request.signal, 'abort');
    }
  }

  private record(method: string, request: ClusterRequest): void {
    this.calls.push(`${method} ${request.path}`);
    this.requests.push(request);
    const [, failure = this.failure] =
      [...this.failures].find(([ending]) => request.path.endsWith(ending)) ??
      [];
    if (failure) {
      throw failure;
    }
  }

  private find(request: ClusterRequest): FakeObject {
    const [, collection, name] = /^(.*)\/([^/]+)$/.exec(request.path) ?? [];
    const object = this.collections.get(collection)?.get(name);
    if (!object) {
      throw this.refuse(request, 404);
    }
    return object;
  }

  private refuse({ cluster, path }: ClusterRequest, status: number): Error {
    return toClusterError({
      cluster,
      asked: path,
      status,
      body: { kind: 'Status' },
    });
  }

  private collection(path: string): Map<string, FakeObject> {
    const objects = this.collections.get(path) ?? new Map();
    this.collections.set(path, objects);
    return objects;
  }

  private tell(path: string, event: WatchEvent<FakeObject>): void {
    this.watchers.forEach(watcher => {
      if (watcher.path === path) {
        watcher.listener(event);
      }
    });
  }
}
