import { admitPod } from '../admission/admitPod';
import { isSameJson, keyOf, type KubeObject, type ObjectKey } from '../objects';
import {
  alreadyExists,
  apiVersionOf,
  conflict,
  notFound,
  type ResourceType,
  type Store,
} from '../storage';
import { assertNamespace, completeNew } from './creation';
import { applyDefaults } from './defaults';
import { planDeletion, type DeleteOptions } from './deletion';
import type { ResourceCatalog } from './resourceCatalog';
import { prepareStatusUpdate, prepareUpdate } from './strategy';
import { validate } from './validation';

/** How a write is meant. */
export interface WriteOptions {
  /** Check and default, but keep nothing. */
  dryRun?: boolean;
  /** Which part of the object the write is for; the main resource by default. */
  subresource?: 'status';
}

/** What a caller gives to create an object: the server fills in the rest of its metadata. */
export type NewObject<T extends KubeObject = KubeObject> = Omit<
  T,
  'metadata' | 'status'
> & {
  metadata: Partial<T['metadata']>;
  status?: T['status'];
};

/**
 * The rules of the API server above its storage: defaulting, validation, generations, optimistic concurrency and
 * deletion. HTTP handlers and controllers write through it alike.
 */
export class Registry {
  constructor(readonly store: Store, readonly catalog: ResourceCatalog) {}

  find<T extends KubeObject>(
    type: ResourceType<T>,
    key: ObjectKey,
  ): T | undefined {
    return this.store.get(type, key) as T | undefined;
  }

  get<T extends KubeObject>(type: ResourceType<T>, key: ObjectKey): T {
    const object = this.find(type, key);
    if (!object) throw notFound(type, key.name);
    return object;
  }

  list<T extends KubeObject>(type: ResourceType<T>, namespace?: string): T[] {
    return this.store.list(type, namespace) as T[];
  }

  create<T extends KubeObject>(
    type: ResourceType<T>,
    given: NewObject<T>,
    options: WriteOptions = {},
  ): T {
    const object = structuredClone(given) as unknown as T;
    completeNew(this.store, type, object);
    applyDefaults(object);
    validate(type, object);
    assertNamespace(this.store, type, object);
    admitPod(this.store, type, object);
    if (this.find(type, keyOf(object))) {
      throw alreadyExists(type, object.metadata.name);
    }
    return options.dryRun ? object : this.store.put(type, object);
  }

  /** Replaces an object; a `resourceVersion` in it must be the stored one. */
  update<T extends KubeObject>(
    type: ResourceType<T>,
    given: T,
    options: WriteOptions = {},
  ): T {
    const previous = this.get(type, keyOf(given));
    assertPreconditions(type, given, previous);
    const object = this.prepare(type, given, previous, options);
    if (isSameJson(object, previous)) return previous;
    if (options.dryRun) return object;
    if (isReleased(object)) {
      this.store.remove(type, keyOf(object));
      return object;
    }
    return this.store.put(type, object);
  }

  /** Reads, lets `change` edit a copy, and writes. */
  modify<T extends KubeObject>(
    type: ResourceType<T>,
    key: ObjectKey,
    change: (draft: T) => void,
    options: WriteOptions = {},
  ): T {
    const draft = structuredClone(this.get(type, key));
    change(draft);
    return this.update(type, draft, options);
  }

  /** Deletes, or marks for deletion what still has to end first; answers with the object as it is then. */
  delete<T extends KubeObject>(
    type: ResourceType<T>,
    key: ObjectKey,
    options: DeleteOptions = {},
  ): T {
    const object = this.get(type, key);
    const plan = planDeletion(type, object, options);
    if (options.dryRun) return object;
    if (plan.kind === 'remove') {
      this.store.remove(type, key);
      return object;
    }
    if (isSameJson(plan.object, object)) return object;
    return this.store.put(type, plan.object as T);
  }

  private prepare<T extends KubeObject>(
    type: ResourceType<T>,
    given: T,
    previous: T,
    options: WriteOptions,
  ): T {
    const copy = structuredClone(given);
    copy.apiVersion = apiVersionOf(type);
    copy.kind = type.kind;
    copy.metadata = {
      ...copy.metadata,
      uid: previous.metadata.uid,
      creationTimestamp: previous.metadata.creationTimestamp,
      resourceVersion: previous.metadata.resourceVersion,
      managedFields:
        copy.metadata.managedFields ?? previous.metadata.managedFields,
    };
    if (previous.metadata.deletionTimestamp) {
      copy.metadata.deletionTimestamp = previous.metadata.deletionTimestamp;
    }
    const object = dropUndefined(copy);
    if (options.subresource === 'status') {
      return prepareStatusUpdate(object, previous) as T;
    }
    applyDefaults(object);
    validate(type, object, previous);
    const hasStatus = type.subresources?.includes('status') ?? false;
    return prepareUpdate(object, previous, hasStatus) as T;
  }
}

/** What an update says of the stored object has to be so. */
function assertPreconditions(
  type: ResourceType,
  given: KubeObject,
  previous: KubeObject,
): void {
  const { name, resourceVersion, uid } = given.metadata;
  if (
    resourceVersion &&
    resourceVersion !== previous.metadata.resourceVersion
  ) {
    throw conflict(type, name);
  }
  if (uid && uid !== previous.metadata.uid) {
    throw conflict(
      type,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${previous.metadata.uid}`,
    );
  }
}

/** Marked for deletion, and nothing holds it any longer. */
function isReleased(object: KubeObject): boolean {
  const { deletionTimestamp, finalizers, deletionGracePeriodSeconds } =
    object.metadata;
  return Boolean(
    deletionTimestamp &&
      !finalizers?.length &&
      !deletionGracePeriodSeconds &&
      object.kind !== 'Namespace',
  );
}

/** JSON knows no `undefined`, and a watcher must not see a difference that the wire would not show. */
function dropUndefined(object: KubeObject): KubeObject {
  return JSON.parse(JSON.stringify(object)) as KubeObject;
}
