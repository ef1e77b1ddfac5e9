import {
  controllerReference,
  isSameJson,
  keyOf,
  type Deployment,
  type ReplicaSet,
} from '../../objects';
import type { NewObject, Registry } from '../../registry';
import { ApiError, resources } from '../../storage';
import { findCondition } from '../conditions';
import {
  writeProgressing,
  writeRevision,
  writeStatus,
} from './deploymentWrites';
import {
  newReplicaSetAnnotations,
  nextRevision,
  revisionOf,
} from './revisions';
import { newReplicaCount } from './rollingArithmetic';
import type { Rollout } from './rollout';
import { hasDeadline } from './status';
import { TEMPLATE_HASH, templateHash } from './templateHash';

/** Gives the new ReplicaSet the highest number, also when it is an old one that a rollback brought back. */
export function numberNewReplicaSet(
  registry: Registry,
  rollout: Rollout,
): Rollout {
  const { deployment, newReplicaSet, old } = rollout;
  if (!newReplicaSet) return rollout;
  const updated = updateReplicaSet(registry, deployment, newReplicaSet, old);
  const numbered = writeRevision(registry, deployment, revisionOf(updated));
  const isFound =
    hasDeadline(numbered) &&
    !findCondition(numbered.status?.conditions, 'Progressing');
  return {
    deployment: isFound
      ? writeProgressing(registry, numbered, {
          status: 'True',
          reason: 'FoundNewReplicaSet',
          message: `Found new replica set "${updated.metadata.name}"`,
        })
      : numbered,
    newReplicaSet: updated,
    old,
  };
}

/** Makes the ReplicaSet of the Deployment's template, with its first pods. */
export function createNewReplicaSet(
  registry: Registry,
  rollout: Rollout,
): Rollout {
  const { deployment, old } = rollout;
  const revision = nextRevision(old);
  const created = tryCreate(
    registry,
    deployment,
    newReplicaSetFor(deployment, old, revision),
  );
  if (!created) return rollout;
  const numbered = writeRevision(registry, deployment, revision);
  return {
    deployment: hasDeadline(numbered)
      ? writeProgressing(registry, numbered, {
          status: 'True',
          reason: 'NewReplicaSetCreated',
          message: `Created new replica set "${created.metadata.name}"`,
        })
      : numbered,
    newReplicaSet: created,
    old,
  };
}

function updateReplicaSet(
  registry: Registry,
  deployment: Deployment,
  set: ReplicaSet,
  old: ReplicaSet[],
): ReplicaSet {
  const { minReadySeconds } = deployment.spec;
  const annotations = newReplicaSetAnnotations(
    deployment,
    set.metadata.annotations ?? {},
    nextRevision(old),
  );
  const isCurrent =
    isSameJson(annotations, set.metadata.annotations) &&
    (set.spec.minReadySeconds ?? 0) === (minReadySeconds ?? 0);
  if (isCurrent) return set;
  return registry.modify(resources.replicaSets, keyOf(set), draft => {
    draft.metadata.annotations = annotations;
    draft.spec.minReadySeconds = minReadySeconds;
  });
}

function newReplicaSetFor(
  deployment: Deployment,
  old: ReplicaSet[],
  revision: number,
): NewObject<ReplicaSet> {
  const { metadata, spec, status } = deployment;
  const hash = templateHash(spec.template, status?.collisionCount);
  const labels = { ...spec.template.metadata?.labels, [TEMPLATE_HASH]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      namespace: metadata.namespace,
      labels,
      annotations: newReplicaSetAnnotations(deployment, undefined, revision),
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: newReplicaCount(deployment, old, 0),
      ...(spec.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
      selector: {
        ...spec.selector,
        matchLabels: { ...spec.selector.matchLabels, [TEMPLATE_HASH]: hash },
      },
      template: {
        ...spec.template,
        metadata: { ...spec.template.metadata, labels },
      },
    },
  };
}

function tryCreate(
  registry: Registry,
  deployment: Deployment,
  set: NewObject<ReplicaSet>,
): ReplicaSet | undefined {
  try {
    return registry.create(resources.replicaSets, set);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== 'AlreadyExists') {
      throw error;
    }
    // The name belongs to a ReplicaSet with another template, or not (yet) to this Deployment: hash once more.
    writeStatus(registry, deployment, {
      ...deployment.status,
      collisionCount: (deployment.status?.collisionCount ?? 0) + 1,
    });
    return undefined;
  }
}
