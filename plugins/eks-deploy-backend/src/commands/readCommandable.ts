import { ConflictError, isError } from '@backstage/errors';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import {
  findArgoRollout,
  listArgoRollouts,
  readDeployment,
  type DeploymentObject,
} from '../workloads';

/**
 * Reads the Deployment that a command is about, live.
 *
 * @throws ConflictError if an Argo Rollout runs in its place; NotFoundError if there is none.
 */
export async function readCommandable(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<DeploymentObject> {
  const refuseForArgo = async () => {
    const rollouts = await listArgoRollouts(clusters, target);
    const name = findArgoRollout(rollouts, workload)?.metadata?.name;
    if (name) {
      throw new ConflictError(
        `${workload} is run by the Argo Rollout ${name}, which the portal only shows; use 'kubectl argo rollouts' to restart it, undo it or set its image`,
      );
    }
  };
  let deployment: DeploymentObject;
  try {
    deployment = await readDeployment(clusters, target, workload);
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      await refuseForArgo();
    }
    throw error;
  }
  if (deployment.spec?.replicas === 0) {
    await refuseForArgo();
  }
  return deployment;
}
