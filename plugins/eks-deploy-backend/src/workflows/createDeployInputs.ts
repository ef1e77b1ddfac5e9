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

/** A reference as a registry takes it; anything else could be read as code by the workflow's shell. */
const IMAGE =
  /^[a-z0-9][a-z0-9._-]*(:\d{1,5})?(\/[a-z0-9][a-z0-9._-]*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;
/** Registries take at most 255 characters of a name, and 128 of a tag. */
const LONGEST_IMAGE = 500;

/** Inputs of the deploy workflow. */
export type DeployInputs = Record<
  'tier' | 'environment' | 'image' | 'reason' | 'request-id',
  string
>;

/**
 * What the deploy workflow is to do.
 *
 * @param replicaSets - Those that the Deployment controls.
 * @throws InputError if the Deployment has no tier, the image, chosen or serving, is not a valid reference of its own
 *   repository, or none is chosen and not exactly one serves.
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
    image: chooseImage(deployment, findServingImages(replicaSets), body.image),
    reason: body.reason ?? 'Redeployed from Backstage',
    'request-id': request.id,
  };
}

/** What the available pods run: the newest template may be what just failed. */
function getServingImage(name: string | undefined, images: string[]): string {
  if (images.length !== 1) {
    throw new InputError(
      images.length === 0
        ? `image: no pod of ${name} is available, so none says which image to redeploy; choose one`
        : `image: pods of ${name} run ${images
            .map(cut)
            .join(' and ')}; choose which of them to redeploy`,
    );
  }
  return images[0];
}

function chooseImage(
  deployment: DeploymentObject,
  serving: string[],
  chosen: string | undefined,
): string {
  const name = deployment.metadata?.name;
  const live = getMainContainer(deployment)?.image;
  if (!live) {
    throw new InputError(`${name} can't be redeployed: it runs no image`);
  }
  const wanted = chosen ?? getServingImage(name, serving);
  // Also what serves is checked: Kubernetes takes any text as an image.
  if (!isImage(wanted)) {
    throw new InputError(
      `image: '${cut(
        wanted,
      )}' is not a valid image reference; write <registry>/<repository>:<tag> or …@sha256:<digest>`,
    );
  }
  // The newest template may be broken because it names another repository than what serves.
  const repositories = new Set([live, ...serving].map(getImageRepository));
  if (!repositories.has(getImageRepository(wanted))) {
    throw new InputError(
      `image: ${name} runs images of ${[...repositories]
        .map(cut)
        .join(' and ')}; choose one of that repository`,
    );
  }
  return wanted;
}

function isImage(text: string): boolean {
  return text.length <= LONGEST_IMAGE && IMAGE.test(text);
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
