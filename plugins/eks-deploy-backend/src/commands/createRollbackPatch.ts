import { ConflictError } from '@backstage/errors';
import type { JsonPatch } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { getRollbackRefusal } from '../rollouts/refusals';
import { toDeploymentRow, toReplicaSetRow } from '../rollouts/rows';
import {
  POD_TEMPLATE_HASH,
  REVISION,
  REVISION_HISTORY,
} from '../workloads/annotations';
import { createSeenGuard } from './seenRevision';
import type {
  DeploymentObject,
  PodTemplateObject,
  ReplicaSetObject,
} from '../workloads';

/** Annotations that stay the Deployment's own; all others come from the ReplicaSet. */
const OWN_ANNOTATIONS = [
  REVISION,
  REVISION_HISTORY,
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
  'kubectl.kubernetes.io/last-applied-configuration',
];

/**
 * What `kubectl rollout undo` writes, guarded.
 *
 * @throws ConflictError with what `getRollbackRefusal` has against it.
 */
export function createRollbackPatch(
  deployment: DeploymentObject,
  replicaSet: ReplicaSetObject,
): JsonPatch {
  const refusal = getRollbackRefusal(
    toDeploymentRow(deployment),
    toReplicaSetRow(replicaSet),
  );
  if (refusal) {
    throw new ConflictError(refusal);
  }
  return [
    ...createSeenGuard(deployment),
    {
      op: 'replace',
      path: '/spec/template',
      value: withoutHash(replicaSet.spec?.template),
    },
    {
      op: 'add',
      path: '/metadata/annotations',
      value: mergeAnnotations(
        deployment.metadata?.annotations,
        replicaSet.metadata?.annotations,
      ),
    },
  ];
}

function withoutHash(
  template: PodTemplateObject | undefined,
): PodTemplateObject {
  const { [POD_TEMPLATE_HASH]: _, ...labels } =
    template?.metadata?.labels ?? {};
  return { ...template, metadata: { ...template?.metadata, labels } };
}

function mergeAnnotations(
  own: Record<string, string> = {},
  others: Record<string, string> = {},
): Record<string, string> {
  const isOwn = ([key]: [string, string]) => OWN_ANNOTATIONS.includes(key);
  return Object.fromEntries([
    ...Object.entries(own).filter(isOwn),
    ...Object.entries(others).filter(entry => !isOwn(entry)),
  ]);
}
