import { randomUUID } from 'node:crypto';
import { randomSuffix, timestamp, valueAt, type KubeObject } from '../objects';
import {
  alreadyExists,
  apiVersionOf,
  badRequest,
  forbidden,
  invalid,
  notFound,
  resources,
  type ResourceType,
  type Store,
} from '../storage';
import { hasGeneration } from './strategy';

/** How many generated names are tried before the server gives up, as the real one does. */
const NAME_ATTEMPTS = 8;

function generateName(
  store: Store,
  type: ResourceType,
  object: KubeObject,
): string {
  const { generateName: prefix = '', namespace } = object.metadata;
  for (let attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
    const name = `${prefix.slice(0, 58)}${randomSuffix(5)}`;
    if (!store.get(type, { namespace, name })) return name;
  }
  throw alreadyExists(type, prefix);
}

/** Fills in what the server says of a new object: its kind, its name where it is to be made up, its identity. */
export function completeNew(
  store: Store,
  type: ResourceType,
  object: KubeObject,
): void {
  const expected = apiVersionOf(type);
  if (object.kind && object.kind !== type.kind) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): got ${object.kind}`,
    );
  }
  object.apiVersion = expected;
  object.kind = type.kind;
  const { metadata } = object;
  if (metadata.resourceVersion) {
    throw badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  }
  if (!metadata.name && metadata.generateName) {
    metadata.name = generateName(store, type, object);
  }
  if (!type.namespaced) delete metadata.namespace;
  metadata.uid = randomUUID();
  metadata.creationTimestamp = timestamp();
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  if (hasGeneration(type.kind)) metadata.generation = 1;
  if (type.subresources?.includes('status') && type.kind !== 'Node') {
    delete object.status;
  }
}

/** Refuses an object whose namespace isn't there, or is on its way out. */
export function assertNamespace(
  store: Store,
  type: ResourceType,
  object: KubeObject,
): void {
  const { namespace, name } = object.metadata;
  if (!type.namespaced) return;
  if (!namespace) {
    throw invalid(type, name, [
      {
        reason: 'FieldValueRequired',
        field: 'metadata.namespace',
        message: 'Required value',
      },
    ]);
  }
  const owner = store.get(resources.namespaces, { name: namespace });
  if (!owner) throw notFound(resources.namespaces, namespace);
  if (valueAt(owner, 'status', 'phase') === 'Terminating') {
    throw forbidden(
      type,
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
    );
  }
}
