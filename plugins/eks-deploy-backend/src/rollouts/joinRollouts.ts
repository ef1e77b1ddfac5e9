import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, PodRow, ReplicaSetRow } from './rows';
import { toRollout } from './toRollout';

/** Rows of one namespace. */
export interface NamespaceRows {
  deployments: DeploymentRow[];
  replicaSets: ReplicaSetRow[];
  pods: PodRow[];
}

/**
 * The Rollouts of a component, by name.
 *
 * Only Deployments need the component's label; what belongs to them is told by its controller's uid, as labels of pods
 * and ReplicaSets may overlap.
 */
export function joinRollouts(
  rows: NamespaceRows,
  kubernetesId: string,
): Rollout[] {
  return rows.deployments
    .filter(deployment => deployment.kubernetesId === kubernetesId)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(deployment => {
      const replicaSets = rows.replicaSets.filter(
        ({ controller }) => controller === deployment.uid,
      );
      const uids = new Set(replicaSets.map(({ uid }) => uid));
      const pods = rows.pods.filter(
        ({ controller }) => controller && uids.has(controller),
      );
      return toRollout(deployment, replicaSets, pods);
    });
}
