import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, PodRow, ReplicaSetRow } from './rows';
import { getRolloutStatus } from './status/getRolloutStatus';

/** What is shown of a Deployment, its ReplicaSets and their pods. */
export function toRollout(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
): Rollout {
  return {
    uid: deployment.uid,
    kind: 'Deployment',
    workload: deployment.name,
    tier: deployment.tier,
    revision: deployment.revision,
    images: deployment.images,
    status: getRolloutStatus(deployment, replicaSets, pods),
    changeCause: deployment.changeCause,
    updatedAt: deployment.conditions.find(({ type }) => type === 'Progressing')
      ?.since,
  };
}
