import { InputError } from '@backstage/errors';
import type { RedeployRequest } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { toDeploymentRow } from '../rollouts/rows';
import {
  type DeploymentObject,
  findServingImages,
  getMainContainer,
  type ReplicaSetObject,
} from '../workloads';
import { getImageRepository } from './imageReference';

/** A reference as a registry takes it; what else there may be would end up in the workflow's shell. */
const IMAGE =
  /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

/** Inputs of the deploy workflow. */
export type DeployInputs = Record<
  'tier' | 'environment' | 'image' | 'reason' | 'request-id',
  string
>;

/**
 * What the deploy workflow is to do.
 *
 * @param replicaSets - Those that the Deployment controls; needed where the body names no image.
 * @throws InputError if the Deployment has no tier, the image is not one of its own repository, or none is chosen and not
 *   exactly one serves.
 */
export function createDeployInputs(
  deployment: DeploymentObject,
  replicaSets: ReplicaSetObject[],
  body: RedeployRequest,
  request: { id: string; environment: string },
): DeployInputs {
  const { name, tier } = toDeploymentRow(deployment);
  if (!tier) {
    throw new InputError(
      `${name} can't be redeployed: it lacks the label 'app.kubernetes.io/component'; set it to the tier that the deploy workflow knows it by, e.g. 'backend'`,
    );
  }
  return {
    tier,
    environment: request.environment,
    image: chooseImage(
      deployment,
      body.image ?? getServingImage(deployment, replicaSets),
    ),
    reason: body.reason ?? 'Redeployed from Backstage',
    'request-id': request.id,
  };
}

/** What the available pods run: the newest template may be what just failed. */
function getServingImage(
  deployment: DeploymentObject,
  replicaSets: ReplicaSetObject[],
): string {
  const name = deployment.metadata?.name;
  const images = findServingImages(replicaSets);
  if (images.length !== 1) {
    throw new InputError(
      images.length === 0
        ? `image: no pod of ${name} is available, so none says which image to redeploy; choose one`
        : `image: pods of ${name} run ${images.join(
            ' and ',
          )}; choose which of them to redeploy`,
    );
  }
  return images[0];
}

function chooseImage(deployment: DeploymentObject, wanted: string): string {
  const name = deployment.metadata?.name;
  const live = getMainContainer(deployment)?.image;
  if (!live) {
    throw new InputError(`${name} can't be redeployed: it runs no image`);
  }
  if (!IMAGE.test(wanted)) {
    throw new InputError(
      `image: '${wanted}' is no image reference; write <registry>/<repository>:<tag> or …@sha256:<digest>`,
    );
  }
  const repository = getImageRepository(live);
  if (getImageRepository(wanted) !== repository) {
    throw new InputError(
      `image: ${name} runs images of ${repository}; choose one of that repository`,
    );
  }
  return wanted;
}
