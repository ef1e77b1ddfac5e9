import {
  keyOf,
  timestamp,
  type Deployment,
  type ManagedFields,
  type ReplicaSet,
} from '../../objects';
import { resources } from '../../storage';
import type { ControllerContext } from '../controller';
import type { EventRecorder } from '../eventRecorder';
import { sizeAnnotations } from './revisions';
import { replicaSetsOf, type Rollout } from './rollout';

/** Scales the named ReplicaSets, tells it by events, and answers whether any changed its size. */
export function resizeReplicaSets(
  { registry }: ControllerContext,
  events: EventRecorder,
  rollout: Rollout,
  sizes: Map<string, number>,
): boolean {
  const { deployment } = rollout;
  let scaled = false;
  for (const set of replicaSetsOf(rollout)) {
    const before = set.spec.replicas;
    const size = sizes.get(set.metadata.name) ?? before;
    if (!sizes.has(set.metadata.name) && before === 0) continue;
    registry.modify(resources.replicaSets, keyOf(set), draft => {
      if (size !== before) draft.metadata.managedFields = [scaledNow()];
      draft.spec.replicas = size;
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        ...sizeAnnotations(deployment),
      };
    });
    if (size === before) continue;
    scaled = true;
    recordScaling(events, deployment, set, { from: before, to: size });
  }
  return scaled;
}

/** That is how the portal knows when a Deployment was scaled. */
function scaledNow(): ManagedFields {
  return {
    manager: 'kube-controller-manager',
    operation: 'Update',
    apiVersion: 'apps/v1',
    time: timestamp(),
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:spec': { 'f:replicas': {} } },
  };
}

/** Tells by an event that a ReplicaSet was scaled. */
export function recordScaling(
  events: EventRecorder,
  deployment: Deployment,
  { metadata }: ReplicaSet,
  { from, to }: { from: number; to: number },
): void {
  events.record(deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled ${to > from ? 'up' : 'down'} replica set ${
      metadata.name
    } from ${from} to ${to}`,
  });
}
