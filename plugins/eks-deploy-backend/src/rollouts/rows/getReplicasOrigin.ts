import type {
  V1ManagedFieldsEntry,
  V1ObjectMeta,
} from '@kubernetes/client-node';
import type { Wire } from '../../workloads';
import type { DeploymentRow } from './Row';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Who set a Deployment's number of replicas, and when: its manifest, an autoscaler or somebody by hand. */
export function getReplicasOrigin(
  meta: Wire<V1ObjectMeta> | undefined,
): Pick<DeploymentRow, 'scaledAt' | 'replicasInManifest'> {
  const owners = (meta?.managedFields ?? []).filter(ownsReplicas);
  return {
    scaledAt: owners
      .flatMap(({ time }) => time ?? [])
      .sort()
      .at(-1),
    replicasInManifest:
      owners.some(({ operation }) => operation === 'Apply') ||
      appliesReplicas(meta?.annotations?.[LAST_APPLIED]),
  };
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
