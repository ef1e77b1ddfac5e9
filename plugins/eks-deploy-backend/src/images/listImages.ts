import type { EcrImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  EcrImageLister,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { readDeployment } from '../commands/readWorkload';
import type { DeployTarget } from '../targets';

/** The images that a Workload could run: those of the repository that its first container's image is from. */
export async function listImages(
  deps: { clusters: ClusterClient; images: EcrImageLister },
  target: DeployTarget,
  workload: string,
): Promise<EcrImage[]> {
  const deployment = await readDeployment(deps.clusters, target, workload);
  const [container] = deployment.spec?.template.spec?.containers ?? [];
  return container?.image ? deps.images.listSiblings(container.image) : [];
}
