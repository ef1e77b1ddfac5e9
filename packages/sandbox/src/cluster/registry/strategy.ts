import { isSameJson, type KubeObject } from '../objects';

/** Kinds whose object has no `generation`. */
const WITHOUT_GENERATION = [
  'Namespace',
  'Node',
  'Service',
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'Event',
  'Lease',
  'Endpoints',
];

/** Whether a kind counts changes of its spec. */
export function hasGeneration(kind: string): boolean {
  return !WITHOUT_GENERATION.includes(kind);
}

/**
 * The object as an update through the main resource leaves it: the status stays, and the generation goes up
 * when the spec changed. A Deployment's annotations count as spec here, as they do on the real server.
 */
export function prepareUpdate(
  object: KubeObject,
  previous: KubeObject,
  hasStatus: boolean,
): KubeObject {
  const prepared: KubeObject = { ...object };
  if (hasStatus) {
    if (previous.status === undefined) delete prepared.status;
    else prepared.status = previous.status;
  }
  if (!hasGeneration(object.kind)) return prepared;
  const generation = previous.metadata.generation ?? 1;
  return {
    ...prepared,
    metadata: {
      ...object.metadata,
      generation: isSpecChange(object, previous) ? generation + 1 : generation,
    },
  };
}

/** The object as an update of `/status` leaves it: the spec stays. */
export function prepareStatusUpdate(
  object: KubeObject,
  previous: KubeObject,
): KubeObject {
  const { spec: _, ...rest } = object;
  return {
    ...rest,
    ...(previous.spec !== undefined && { spec: previous.spec }),
    metadata: {
      ...object.metadata,
      ...(previous.metadata.generation !== undefined && {
        generation: previous.metadata.generation,
      }),
      // The Deployment controller writes the revision annotation with the status; labels it may not touch.
      labels: previous.metadata.labels,
      ownerReferences: previous.metadata.ownerReferences,
      finalizers: previous.metadata.finalizers,
      deletionTimestamp: previous.metadata.deletionTimestamp,
    },
  };
}

function isSpecChange(object: KubeObject, previous: KubeObject): boolean {
  if (!isSameJson(object.spec, previous.spec)) return true;
  if (
    object.metadata.deletionTimestamp !== previous.metadata.deletionTimestamp
  ) {
    return true;
  }
  return (
    object.kind === 'Deployment' &&
    !isSameJson(object.metadata.annotations, previous.metadata.annotations)
  );
}
