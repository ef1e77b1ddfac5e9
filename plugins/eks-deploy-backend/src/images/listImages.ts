import type { EcrImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  EcrImageLister,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget } from '../targets';
import { getImageRepository } from '../workflows';
import {
  getMainContainer,
  readDeployment,
  readOwnedWorkload,
  readPods,
  type PodObject,
} from '../workloads';

/**
 * The images that a Workload could run: those of the repository that its main container's image is from.
 *
 * @returns none unless one of its pods has pulled from that repository. A Deployment can name any repository, and the
 *   portal's role may describe more of them than the cluster's nodes may pull from.
 */
export async function listImages(
  deps: { clusters: ClusterClient; images: EcrImageLister },
  target: DeployTarget,
  workload: string,
): Promise<EcrImage[]> {
  const { clusters, images } = deps;
  const deployment = await readDeployment(clusters, target, workload);
  const image = getMainContainer(deployment)?.image;
  if (!image) {
    return [];
  }
  const owned = await readOwnedWorkload(clusters, target, workload);
  const pods = await readPods(clusters, target, owned);
  const repository = getImageRepository(image);
  return pods.some(pod => getPulledRepositories(pod).includes(repository))
    ? images.listSiblings(image)
    : [];
}

/** Where the images of a pod's containers were pulled from, as the kubelet reports it. */
function getPulledRepositories({ status }: PodObject): string[] {
  return (status?.containerStatuses ?? [])
    .filter(({ imageID }) => imageID)
    .map(({ imageID }) =>
      getImageRepository(imageID.replace(/^docker-pullable:\/\//, '')),
    );
}
