import { isError, NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  ClusterRequest,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import type { DeploymentObject, ReplicaSetObject } from './objects';

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

/** Reads every ReplicaSet of the target's namespace, live. */
export async function readReplicaSets(
  clusters: ClusterClient,
  target: DeployTarget,
): Promise<ReplicaSetObject[]> {
  const { cluster, namespace } = target;
  const list = await clusters.get<{ items: ReplicaSetObject[] }>({
    cluster,
    path: `/apis/apps/v1/namespaces/${namespace}/replicasets`,
  });
  return list.items;
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
