import { NotAllowedError } from '@backstage/errors';
import type { EcrImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  type ClusterClient,
  type EcrImageLister,
  parseEcrImage,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { type DeployTarget, matchesPattern } from '../targets';
import { getMainContainer, readDeployment } from '../workloads';

/** Longer than any reference that ECR takes. */
const LONGEST_IMAGE = 1_000;

/**
 * The images that a Workload could run: those of the ECR repository that its main container's image is from.
 *
 * @remarks
 * Whoever may change a Workload chooses that image, and the portal's role may list more than is theirs.
 *
 * @throws NotAllowedError if the configuration does not allow the component that repository.
 */
export async function listImages(
  deps: { clusters: ClusterClient; images: EcrImageLister },
  target: DeployTarget,
  workload: string,
): Promise<EcrImage[]> {
  const deployment = await readDeployment(deps.clusters, target, workload);
  const image = getMainContainer(deployment)?.image ?? '';
  const repository =
    image.length <= LONGEST_IMAGE && parseEcrImage(image)?.repository;
  if (!repository) {
    return [];
  }
  const { entityRef, environment, imageRepositories } = target;
  if (!imageRepositories.some(name => matchesPattern(name, repository))) {
    throw new NotAllowedError(
      `The configuration does not allow ${entityRef} to list the images of ${repository} in ${environment}: let the operator add ${repository} to eksDeploy.environments[name=${environment}].allow[].images`,
    );
  }
  return deps.images.listSiblings(image);
}
