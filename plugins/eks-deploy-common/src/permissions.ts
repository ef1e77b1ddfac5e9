import { createPermission } from '@backstage/plugin-permission-common';
import type { RolloutCommandName } from './api';

/**
 * Type of the resource that Rollout permissions are decided on: a DeployTarget, named by {@link stringifyTargetRef}.
 *
 * @public
 */
export const RESOURCE_TYPE_DEPLOY_TARGET = 'eks-deploy-target';

/**
 * To see an entity's Rollouts, Revisions, pods, events, images and Deployment records.
 *
 * @public
 */
export const rolloutReadPermission = createPermission({
  name: 'eks-deploy.rollout.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});

/**
 * To replace a Workload's pods without another change.
 *
 * @public
 */
export const rolloutRestartPermission = createPermission({
  name: 'eks-deploy.rollout.restart',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});

/**
 * To bring an earlier Revision back.
 *
 * @public
 */
export const rolloutRollbackPermission = createPermission({
  name: 'eks-deploy.rollout.rollback',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});

/**
 * To run the repository's deploy workflow.
 *
 * @public
 */
export const rolloutRedeployPermission = createPermission({
  name: 'eks-deploy.rollout.redeploy',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});

/**
 * To read what a Workload's containers write.
 *
 * @remarks
 * It is apart from {@link rolloutReadPermission} because programs may write anything, secrets included.
 *
 * @public
 */
export const podLogReadPermission = createPermission({
  name: 'eks-deploy.pod-log.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_DEPLOY_TARGET,
});

/**
 * To list the EKS clusters of the configured account, as the Create wizard does.
 *
 * @public
 */
export const eksClusterListPermission = createPermission({
  name: 'eks-deploy.eks-cluster.list',
  attributes: { action: 'read' },
});

/**
 * The permission of each Rollout command; the button and the route ask for the same one.
 *
 * @public
 */
export const rolloutCommandPermissions = {
  restart: rolloutRestartPermission,
  rollback: rolloutRollbackPermission,
  redeploy: rolloutRedeployPermission,
} satisfies Record<RolloutCommandName, unknown>;

/**
 * Every permission of EKS Deploy.
 *
 * @public
 */
export const eksDeployPermissions = [
  rolloutReadPermission,
  rolloutRestartPermission,
  rolloutRollbackPermission,
  rolloutRedeployPermission,
  podLogReadPermission,
  eksClusterListPermission,
];
