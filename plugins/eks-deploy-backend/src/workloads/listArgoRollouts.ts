import { NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { isRightMissing } from './isRightMissing';
import { listLive } from './listLive';
import type { ArgoRolloutObject } from './objects';
import { withoutManagedFields } from './readWorkload';

/** Reads a target's Argo Rollouts, live; none where they are not installed or the portal's role may not read them. */
export async function listArgoRollouts(
  clusters: ClusterClient,
  target: DeployTarget,
): Promise<ArgoRolloutObject[]> {
  try {
    return await listLive<ArgoRolloutObject, ArgoRolloutObject>(
      clusters,
      target,
      {
        api: '/apis/argoproj.io/v1alpha1',
        plural: 'rollouts',
        labelSelector: `${ANNOTATION_KUBERNETES_ID}=${target.kubernetesId}`,
        what: `Argo Rollouts of ${target.kubernetesId}`,
      },
      rollout =>
        rollout.metadata?.labels?.[ANNOTATION_KUBERNETES_ID] ===
        target.kubernetesId
          ? [withoutManagedFields(rollout)]
          : [],
    );
  } catch (error) {
    if (error instanceof NotFoundError || isRightMissing(error)) {
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
