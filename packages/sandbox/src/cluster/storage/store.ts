import { deepFreeze, type KubeObject, type ObjectKey } from '../objects';
import { expired } from './apiError';
import type { ResourceType } from './resourceType';

/** One change; `previous` lets a watcher with a selector tell a transition from an update. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: string;
  object: KubeObject;
  previous?: KubeObject;
  resourceVersion: number;
}

/** What the state file holds. */
export interface StoreSnapshot {
  resourceVersion: number;
  objects: { resource: string; object: KubeObject }[];
}

/** How many changes a watcher can be behind before it gets 410 Gone. */
const HISTORY_LIMIT = 5000;

/**
 * The stand-in for etcd: objects by resource and key, one counter for all versions, and a bounded history of changes.
 * It knows no rules; those are the registry's. What it hands out is frozen.
 */
export class Store {
  private readonly objects = new Map<string, Map<string, KubeObject>>();
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private history: StoreEvent[] = [];
  private version: number;
  /** Changes up to this version are no longer in the history. */
  private compacted: number;

  constructor(snapshot: StoreSnapshot = { resourceVersion: 1, objects: [] }) {
    this.version = snapshot.resourceVersion;
    this.compacted = snapshot.resourceVersion;
    for (const { resource, object } of snapshot.objects) {
      this.bucket(resource).set(pathOf(object.metadata), deepFreeze(object));
    }
  }

  /** The version of the last change. */
  get resourceVersion(): number {
    return this.version;
  }

  get(type: ResourceType, key: ObjectKey): KubeObject | undefined {
    return this.bucket(storageKey(type)).get(pathOf(key));
  }

  /** Sorted by namespace and name, as etcd keeps its keys. */
  list(type: ResourceType, namespace?: string): KubeObject[] {
    return sorted(this.bucket(storageKey(type)), namespace);
  }

  /** What `list` answered at a version; throws 410 when the history does not reach back that far. */
  listAt(
    type: ResourceType,
    resourceVersion: number,
    namespace?: string,
  ): KubeObject[] {
    const bucket = new Map(this.bucket(storageKey(type)));
    for (const { object, previous } of this.since(
      type,
      resourceVersion,
    ).reverse()) {
      const path = pathOf(object.metadata);
      if (previous) bucket.set(path, previous);
      else bucket.delete(path);
    }
    return sorted(bucket, namespace);
  }

  /** Every object of every resource. */
  *everything(): Iterable<{ resource: string; object: KubeObject }> {
    for (const [resource, bucket] of this.objects) {
      for (const object of bucket.values()) yield { resource, object };
    }
  }

  /** Writes an object under a new version and tells the watchers. */
  put<T extends KubeObject>(type: ResourceType<T>, object: T): T {
    const resource = storageKey(type);
    const bucket = this.bucket(resource);
    const path = pathOf(object.metadata);
    const previous = bucket.get(path);
    const stored = this.stamp(object);
    bucket.set(path, stored);
    this.emit({
      type: previous ? 'MODIFIED' : 'ADDED',
      resource,
      object: stored,
      previous,
      resourceVersion: this.version,
    });
    return stored;
  }

  /** Removes an object; the DELETED event carries its last state under the version of the removal. */
  remove(type: ResourceType, key: ObjectKey): void {
    const resource = storageKey(type);
    const previous = this.bucket(resource).get(pathOf(key));
    if (!previous) return;
    const removed = this.stamp(previous);
    this.bucket(resource).delete(pathOf(key));
    this.emit({
      type: 'DELETED',
      resource,
      object: removed,
      previous,
      resourceVersion: this.version,
    });
  }

  /** The changes after a version; throws 410 when the history does not reach back that far. */
  since(type: ResourceType, resourceVersion: number): StoreEvent[] {
    if (resourceVersion < this.compacted) {
      throw expired(
        `too old resource version: ${resourceVersion} (${this.compacted})`,
      );
    }
    const resource = storageKey(type);
    return this.history.filter(
      event =>
        event.resource === resource && event.resourceVersion > resourceVersion,
    );
  }

  /** Forgets the history, so that whoever watches from before now gets 410 Gone. */
  compact(): void {
    this.history = [];
    this.compacted = this.version;
  }

  /** Calls back on every change, until the returned function is called. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  snapshot(): StoreSnapshot {
    return {
      resourceVersion: this.version,
      objects: [...this.everything()],
    };
  }

  private stamp<T extends KubeObject>(object: T): T {
    this.version += 1;
    return deepFreeze({
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.version) },
    });
  }

  private emit(event: StoreEvent): void {
    this.history.push(event);
    if (this.history.length > HISTORY_LIMIT) {
      const dropped = this.history.splice(0, HISTORY_LIMIT / 10);
      this.compacted = dropped[dropped.length - 1].resourceVersion;
    }
    for (const listener of [...this.listeners]) listener(event);
  }

  private bucket(resource: string): Map<string, KubeObject> {
    const existing = this.objects.get(resource);
    if (existing) return existing;
    const created = new Map<string, KubeObject>();
    this.objects.set(resource, created);
    return created;
  }
}

/** Versions of one group share their storage, as they do in etcd. */
export function storageKey(
  type: Pick<ResourceType, 'group' | 'plural'>,
): string {
  return `${type.group}/${type.plural}`;
}

function sorted(
  bucket: Map<string, KubeObject>,
  namespace: string | undefined,
): KubeObject[] {
  return [...bucket.values()]
    .filter(
      object =>
        namespace === undefined || object.metadata.namespace === namespace,
    )
    .sort((a, b) => (pathOf(a.metadata) < pathOf(b.metadata) ? -1 : 1));
}

function pathOf(key: ObjectKey): string {
  return `${key.namespace ?? ''}/${key.name}`;
}
