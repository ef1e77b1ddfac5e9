import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { deployTargetResourceRef } from './deployTargetResource';

/** Allows what the component's owner may do. */
export const isTargetOwner = createPermissionRule({
  name: 'IS_TARGET_OWNER',
  description: 'Allow DeployTargets whose component one of the claims owns',
  resourceRef: deployTargetResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, e.g. those that a user owns things by'),
  }),
  apply: (target, { claims }) => claims.includes(target.owner),
  toQuery: ({ claims }) => ({ property: 'owner', values: claims }),
});

/** Allows by the Environment's name. */
export const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow DeployTargets in one of the Environments',
  resourceRef: deployTargetResourceRef,
  paramsSchema: z.object({
    environments: z.array(z.string()).describe('Names, e.g. staging'),
  }),
  apply: (target, { environments }) =>
    environments.includes(target.environment),
  toQuery: ({ environments }) => ({
    property: 'environment',
    values: environments,
  }),
});

/** Allows by the Cluster's name. */
export const onCluster = createPermissionRule({
  name: 'ON_CLUSTER',
  description: 'Allow DeployTargets on one of the Clusters',
  resourceRef: deployTargetResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names as the Kubernetes plugin is configured with'),
  }),
  apply: (target, { clusters }) => clusters.includes(target.cluster),
  toQuery: ({ clusters }) => ({ property: 'cluster', values: clusters }),
});

/** Every rule of the resource. */
export const deployTargetRules = { isTargetOwner, inEnvironment, onCluster };
