import { NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  ClusterDeniedError,
  type ClusterClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import type { ArgoRolloutObject } from './objects';

/** Reads a target's Argo Rollouts, live; none where they are not installed or the portal's role may not read them. */
export async function listArgoRollouts(
  clusters: ClusterClient,
  { cluster, namespace, kubernetesId }: DeployTarget,
): Promise<ArgoRolloutObject[]> {
  try {
    const { items } = await clusters.get<{ items: ArgoRolloutObject[] }>({
      cluster,
      path: `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
    });
    return items.filter(
      ({ metadata }) =>
        metadata?.labels?.[ANNOTATION_KUBERNETES_ID] === kubernetesId,
    );
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ClusterDeniedError) {
      return [];
    }
    throw error;
  }
}

/** The Argo Rollout of a name, or the one that takes its pod template from the Deployment of that name. */
export function findArgoRollout(
  rollouts: ArgoRolloutObject[],
  workload: string,
): ArgoRolloutObject | undefined {
  return (
    rollouts.find(({ metadata }) => metadata?.name === workload) ??
    rollouts.find(
      ({ spec }) =>
        spec?.workloadRef?.kind === 'Deployment' &&
        spec.workloadRef.name === workload,
    )
  );
}
