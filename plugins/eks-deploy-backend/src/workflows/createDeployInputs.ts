import { InputError } from '@backstage/errors';
import type { RedeployRequest } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { toDeploymentRow } from '../rollouts/rows';
import { type DeploymentObject, getMainContainer } from '../workloads';
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
 * @throws InputError if the Deployment has no tier, or the image is not one of its own repository.
 */
export function createDeployInputs(
  deployment: DeploymentObject,
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
    image: chooseImage(deployment, body.image),
    reason: body.reason ?? 'Redeployed from Backstage',
    'request-id': request.id,
  };
}

function chooseImage(deployment: DeploymentObject, wanted?: string): string {
  const name = deployment.metadata?.name;
  const live = getMainContainer(deployment)?.image;
  if (!live) {
    throw new InputError(`${name} can't be redeployed: it runs no image`);
  }
  if (wanted === undefined) {
    return live;
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
