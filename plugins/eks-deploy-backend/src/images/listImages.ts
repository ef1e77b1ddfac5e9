import type { EcrImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  EcrImageLister,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { getMainContainer, readDeployment } from '../workloads';

/** The images that a Workload could run: those of the repository that its main container's image is from. */
export async function listImages(
  deps: { clusters: ClusterClient; images: EcrImageLister },
  target: DeployTarget,
  workload: string,
): Promise<EcrImage[]> {
  const deployment = await readDeployment(deps.clusters, target, workload);
  const image = getMainContainer(deployment)?.image;
  return image ? deps.images.listSiblings(image) : [];
}
