import { timestamp, type KubeObject, type Pod } from '../objects';
import { conflict, type ResourceType } from '../storage';

/** `v1` DeleteOptions, as far as the stand-in follows them. */
export interface DeleteOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  preconditions?: { uid?: string; resourceVersion?: string };
  dryRun?: boolean;
}

/** Gone at once, or kept with a mark until something has ended. */
export type DeletionPlan =
  | { kind: 'remove' }
  | { kind: 'mark'; object: KubeObject };

const FINALIZER_OF_POLICY: Record<string, string> = {
  Foreground: 'foregroundDeletion',
  Orphan: 'orphan',
};

/** Decides what deleting an object does to it; throws 409 when a precondition fails. */
export function planDeletion(
  type: ResourceType,
  object: KubeObject,
  options: DeleteOptions,
  now: number = Date.now(),
): DeletionPlan {
  assertPreconditions(type, object, options);
  const { metadata } = object;
  if (type.kind === 'Namespace') {
    return mark(object, {
      deletionTimestamp: metadata.deletionTimestamp ?? timestamp(now),
      status: { phase: 'Terminating' },
    });
  }
  if (type.kind === 'Pod') {
    const grace = graceOf(object as Pod, options);
    if (grace > 0) {
      return metadata.deletionTimestamp &&
        grace >= (metadata.deletionGracePeriodSeconds ?? 0)
        ? { kind: 'mark', object }
        : mark(object, {
            deletionTimestamp: timestamp(now + grace * 1000),
            deletionGracePeriodSeconds: grace,
          });
    }
  }
  const finalizer = FINALIZER_OF_POLICY[options.propagationPolicy ?? ''];
  const finalizers = [
    ...new Set([
      ...(metadata.finalizers ?? []),
      ...(finalizer ? [finalizer] : []),
    ]),
  ];
  if (finalizers.length === 0) return { kind: 'remove' };
  return mark(object, {
    deletionTimestamp: metadata.deletionTimestamp ?? timestamp(now),
    finalizers,
    // Its containers have ended; only the finalizers hold it.
    ...(type.kind === 'Pod' && { deletionGracePeriodSeconds: 0 }),
  });
}

function assertPreconditions(
  type: ResourceType,
  { metadata }: KubeObject,
  { preconditions }: DeleteOptions,
): void {
  if (preconditions?.uid && preconditions.uid !== metadata.uid) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: UID in precondition: ${preconditions.uid}, UID in object meta: ${metadata.uid}`,
    );
  }
  const version = preconditions?.resourceVersion;
  if (version && version !== metadata.resourceVersion) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${version}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
}

/** A pod that no node runs, or that has finished, has nothing to end. */
function graceOf(pod: Pod, options: DeleteOptions): number {
  if (!pod.spec.nodeName) return 0;
  if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') {
    return 0;
  }
  return (
    options.gracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
  );
}

function mark(
  object: KubeObject,
  {
    status,
    ...metadata
  }: Partial<KubeObject['metadata']> & { status?: unknown },
): DeletionPlan {
  return {
    kind: 'mark',
    object: {
      ...object,
      metadata: { ...object.metadata, ...metadata },
      ...(status !== undefined && { status }),
    },
  };
}
