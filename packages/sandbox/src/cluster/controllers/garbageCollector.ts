import { keyOf, type KubeObject } from '../objects';
import type { Registry } from '../registry';
import { ApiError, storageKey, type ResourceType } from '../storage';
import type { Controller, ControllerContext } from './controller';

/**
 * Deletes what no owner is left for, and lets go of objects that wait for their dependents.
 * Runs after every deletion; at this size a walk over everything is cheaper than a graph.
 */
export function runGarbageCollector({
  registry,
  logger,
}: ControllerContext): Controller {
  let scheduled: NodeJS.Immediate | undefined;
  const schedule = () => {
    scheduled ??= setImmediate(() => {
      scheduled = undefined;
      try {
        collect(registry);
      } catch (error) {
        logger.error(`The sandbox's garbage collector failed: ${error}`);
      }
    });
  };
  const unsubscribe = registry.store.subscribe(event => {
    if (event.type === 'DELETED' || event.object.metadata.deletionTimestamp) {
      schedule();
    }
  });
  schedule();
  return {
    stop() {
      unsubscribe();
      if (scheduled) clearImmediate(scheduled);
    },
  };
}

interface Entry {
  type: ResourceType;
  object: KubeObject;
}

function collect(registry: Registry): void {
  const types = new Map(
    registry.catalog.all().map(type => [storageKey(type), type]),
  );
  const entries: Entry[] = [...registry.store.everything()].flatMap(
    ({ resource, object }) => {
      const type = types.get(resource);
      return type ? [{ type, object }] : [];
    },
  );
  const byUid = new Map(
    entries.map(entry => [entry.object.metadata.uid, entry]),
  );
  for (const entry of entries) {
    const { finalizers = [] } = entry.object.metadata;
    if (finalizers.includes('orphan'))
      release(registry, entry, entries, 'orphan');
    if (finalizers.includes('foregroundDeletion')) {
      release(registry, entry, entries, 'foregroundDeletion');
    }
    if (isAbandoned(entry.object, byUid)) {
      quietly(() => registry.delete(entry.type, keyOf(entry.object)));
    }
  }
}

/** Every owner is gone, or is only waiting for this very object to go. */
function isAbandoned(
  { metadata }: KubeObject,
  byUid: Map<string, Entry>,
): boolean {
  const owners = metadata.ownerReferences ?? [];
  if (!owners.length || metadata.deletionTimestamp) return false;
  return owners.every(({ uid }) => {
    const owner = byUid.get(uid)?.object.metadata;
    return (
      !owner ||
      (owner.deletionTimestamp &&
        owner.finalizers?.includes('foregroundDeletion'))
    );
  });
}

/** Takes a finalizer off once what it stands for is done. */
function release(
  registry: Registry,
  { type, object }: Entry,
  entries: Entry[],
  finalizer: 'orphan' | 'foregroundDeletion',
): void {
  const { uid } = object.metadata;
  const dependents = entries.filter(entry =>
    entry.object.metadata.ownerReferences?.some(
      owner =>
        owner.uid === uid &&
        (finalizer === 'orphan' || owner.blockOwnerDeletion),
    ),
  );
  if (finalizer === 'foregroundDeletion' && dependents.length) return;
  for (const dependent of dependents) {
    quietly(() =>
      registry.modify(dependent.type, keyOf(dependent.object), draft => {
        draft.metadata.ownerReferences = draft.metadata.ownerReferences?.filter(
          owner => owner.uid !== uid,
        );
      }),
    );
  }
  quietly(() =>
    registry.modify(type, keyOf(object), draft => {
      draft.metadata.finalizers = draft.metadata.finalizers?.filter(
        name => name !== finalizer,
      );
    }),
  );
}

/** What somebody else has deleted meanwhile needs no more of us. */
function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
