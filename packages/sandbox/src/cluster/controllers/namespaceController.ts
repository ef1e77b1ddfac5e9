import { keyOf, type Namespace } from '../objects';
import type { Registry } from '../registry';
import { resources } from '../storage';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';

const RECHECK_MS = 200;

/** Gives a namespace what every namespace has, and empties it before it goes. */
export function runNamespaceController(context: ControllerContext): Controller {
  const { registry } = context;
  return runController(
    context,
    [{ type: resources.namespaces, keysOf: itself }],
    key => {
      const namespace = registry.find(resources.namespaces, key);
      if (!namespace) return undefined;
      if (namespace.metadata.deletionTimestamp) {
        return empty(registry, namespace);
      }
      furnish(registry, namespace);
      return undefined;
    },
  );
}

function furnish(registry: Registry, { metadata }: Namespace): void {
  const namespace = metadata.name;
  if (
    !registry.find(resources.serviceAccounts, { namespace, name: 'default' })
  ) {
    registry.create(resources.serviceAccounts, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { namespace, name: 'default' },
    });
  }
  if (metadata.labels?.['kubernetes.io/metadata.name'] !== namespace) {
    registry.modify(resources.namespaces, { name: namespace }, draft => {
      draft.metadata.labels = {
        ...draft.metadata.labels,
        'kubernetes.io/metadata.name': namespace,
      };
    });
  }
}

function empty(
  registry: Registry,
  { metadata }: Namespace,
): number | undefined {
  const contents = registry.catalog
    .stored()
    .filter(type => type.namespaced)
    .flatMap(type =>
      registry.list(type, metadata.name).map(object => ({ type, object })),
    );
  for (const { type, object } of contents) {
    if (!object.metadata.deletionTimestamp) {
      registry.delete(type, keyOf(object));
    }
  }
  if (contents.some(({ object }) => object.metadata.deletionTimestamp)) {
    return RECHECK_MS;
  }
  registry.store.remove(resources.namespaces, { name: metadata.name });
  return undefined;
}
