import { isError, NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  ClusterRequest,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { V1LabelSelector, V1ObjectMeta } from '@kubernetes/client-node';
import type { DeployTarget } from '../targets';
import { listLive } from './listLive';
import type { DeploymentObject, ReplicaSetObject } from './objects';
import { toLabelSelector } from './toLabelSelector';
import type { Wire } from './Wire';

/**
 * Reads a target's Workload, live.
 *
 * @throws NotFoundError if there is no such Deployment or it does not carry the component's label.
 */
export async function readDeployment(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<DeploymentObject> {
  const label = `${ANNOTATION_KUBERNETES_ID}: ${target.kubernetesId}`;
  const missing = () =>
    new NotFoundError(
      `${target.entityRef} has no Workload '${workload}' in ${target.environment}: namespace '${target.namespace}' of cluster '${target.cluster}' holds no Deployment of that name with the label '${label}'`,
    );
  try {
    const deployment = await clusters.get<DeploymentObject>(
      toDeploymentRequest(target, workload),
    );
    if (
      deployment.metadata?.labels?.[ANNOTATION_KUBERNETES_ID] !==
      target.kubernetesId
    ) {
      throw missing();
    }
    return deployment;
  } catch (error) {
    throw isError(error) && error.name === 'NotFoundError' ? missing() : error;
  }
}

/** Reads the ReplicaSets that a Deployment or Argo Rollout controls, live. */
export async function readReplicaSets(
  clusters: ClusterClient,
  target: Pick<DeployTarget, 'cluster' | 'namespace'>,
  owner: {
    metadata?: Wire<V1ObjectMeta>;
    spec?: { selector?: Wire<V1LabelSelector> };
  },
): Promise<ReplicaSetObject[]> {
  const uids = new Set([owner.metadata?.uid]);
  return listLive<ReplicaSetObject, ReplicaSetObject>(
    clusters,
    target,
    {
      api: '/apis/apps/v1',
      plural: 'replicasets',
      labelSelector: toLabelSelector(owner.spec?.selector),
      what: `ReplicaSets of ${owner.metadata?.name}`,
    },
    // Selectors may overlap: they only keep the answer small.
    replicaSet =>
      isControlledBy(replicaSet.metadata, uids)
        ? [withoutManagedFields(replicaSet)]
        : [],
  );
}

/** Whether an object's controller is one of those. */
export function isControlledBy(
  metadata: Wire<V1ObjectMeta> | undefined,
  uids: Set<string | undefined>,
): boolean {
  return Boolean(
    metadata?.ownerReferences?.some(
      owner => owner.controller && uids.has(owner.uid),
    ),
  );
}

/** They are about half of an object, and nothing here reads them. */
export function withoutManagedFields<
  Item extends { metadata?: Wire<V1ObjectMeta> },
>(object: Item): Item {
  const { managedFields, ...metadata } = object.metadata ?? {};
  return { ...object, metadata };
}

/** Where a Deployment is. */
export function toDeploymentRequest(
  place: { cluster: string; namespace: string },
  workload: string,
): ClusterRequest {
  return {
    cluster: place.cluster,
    path: `/apis/apps/v1/namespaces/${
      place.namespace
    }/deployments/${encodeURIComponent(workload)}`,
  };
}
