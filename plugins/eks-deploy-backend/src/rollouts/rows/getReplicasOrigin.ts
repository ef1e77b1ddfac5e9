import type {
  V1ManagedFieldsEntry,
  V1ObjectMeta,
} from '@kubernetes/client-node';
import type { Wire } from '../../workloads';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Whether a Deployment's manifest sets the number of its replicas, and not an autoscaler or somebody by hand alone. */
export function setsReplicas(meta: Wire<V1ObjectMeta> | undefined): boolean {
  return (
    findOwners(meta).some(({ operation }) => operation === 'Apply') ||
    appliesReplicas(meta?.annotations?.[LAST_APPLIED])
  );
}

/**
 * When the number of a ReplicaSet's replicas was last written by its controller. Of a Deployment this isn't known: what is
 * written through its `/scale`, by `kubectl scale` or an autoscaler, has no time in its managed fields.
 */
export function getScaledAt(
  meta: Wire<V1ObjectMeta> | undefined,
): string | undefined {
  return findOwners(meta)
    .flatMap(({ time }) => time ?? [])
    .sort()
    .at(-1);
}

function findOwners(
  meta: Wire<V1ObjectMeta> | undefined,
): Array<Wire<V1ManagedFieldsEntry>> {
  return (meta?.managedFields ?? []).filter(ownsReplicas);
}

function ownsReplicas({ fieldsV1 }: Wire<V1ManagedFieldsEntry>): boolean {
  return hasStep(fieldsV1, 'f:spec', 'f:replicas');
}

/** What `kubectl apply` keeps of the manifest; whoever wrote the annotation may have written anything. */
function appliesReplicas(lastApplied: string | undefined): boolean {
  if (!lastApplied?.includes('"replicas"')) {
    return false;
  }
  try {
    return hasStep(JSON.parse(lastApplied), 'spec', 'replicas');
  } catch {
    return false;
  }
}

function hasStep(value: unknown, ...steps: string[]): boolean {
  const [step, ...further] = steps;
  if (step === undefined) {
    return true;
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    step in value &&
    hasStep(Reflect.get(value, step), ...further)
  );
}
