import { keyOf, type KubeObject, type ObjectKey } from '../objects';
import type { Registry } from '../registry';
import {
  ApiError,
  storageKey,
  type ResourceType,
  type StoreEvent,
} from '../storage';
import type { LoggerService } from '../logger';
import { WorkQueue, type Reconcile } from './workQueue';

/** What runs beside the API server until it is stopped. */
export interface Controller {
  stop(): void;
}

/** A resource whose changes matter, and which key each change is about. */
export interface Source {
  type: ResourceType;
  keysOf(object: KubeObject, event: StoreEvent): (ObjectKey | undefined)[];
}

/** Everything a controller works with. */
export interface ControllerContext {
  registry: Registry;
  logger: LoggerService;
}

/** Runs `reconcile` for every key of what is there and of what changes. */
export function runController(
  { registry, logger }: ControllerContext,
  sources: Source[],
  reconcile: Reconcile,
): Controller {
  const queue = new WorkQueue(reconcile, (error, key) => {
    const isRace = error instanceof ApiError && error.code < 500;
    if (!isRace) {
      logger.error(
        `A controller of the sandbox cluster failed on ${key.namespace}/${
          key.name
        }: ${error instanceof Error ? error.stack : error}`,
      );
    }
  });
  const enqueue = (keys: (ObjectKey | undefined)[]) =>
    keys.forEach(key => key && queue.add(key));

  const unsubscribe = registry.store.subscribe(event => {
    for (const source of sources) {
      if (storageKey(source.type) === event.resource) {
        enqueue(source.keysOf(event.object, event));
      }
    }
  });
  for (const source of sources) {
    for (const object of registry.list(source.type)) {
      enqueue(
        source.keysOf(object, {
          type: 'ADDED',
          resource: storageKey(source.type),
          object,
          resourceVersion: registry.store.resourceVersion,
        }),
      );
    }
  }
  return {
    stop() {
      unsubscribe();
      queue.stop();
    },
  };
}

/** The key of the object itself. */
export const itself = (object: KubeObject): ObjectKey[] => [keyOf(object)];

/** The key of the controlling owner, when it is of the kind. */
export const ownerOfKind =
  (kind: string) =>
  (object: KubeObject): (ObjectKey | undefined)[] => {
    const owner = object.metadata.ownerReferences?.find(
      reference => reference.controller && reference.kind === kind,
    );
    return [
      owner && { namespace: object.metadata.namespace, name: owner.name },
    ];
  };
