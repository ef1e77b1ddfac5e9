import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_DEPLOY_TARGET } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';

/**
 * Values that one property of a DeployTarget may have.
 *
 * @alpha
 */
export interface DeployTargetFilter {
  /** What is compared. */
  property: 'owner' | 'environment' | 'cluster';
  /** Any of these will do. */
  values: string[];
}

/** The resource that Rollout permissions are decided on; named by `stringifyTargetRef`. */
export const deployTargetResourceRef = createPermissionResourceRef<
  DeployTarget,
  DeployTargetFilter
>().with({
  pluginId: 'eks-deploy',
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});
