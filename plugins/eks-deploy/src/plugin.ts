import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { DefaultEksDeployApi, eksDeployApiRef } from './api';
import type { EnvironmentAnswers } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  AsItIs,
  EksClusterPicker,
  eksClusterPickerSchema,
  EksEnvironments,
  eksEnvironmentsSchema,
  eksMaxReplicasSchema,
  GithubRepositoryPicker,
  githubRepositoryPickerSchema,
  validateEksCluster,
  validateEnvironments,
  validateMaxReplicas,
} from './wizard';

const rootRouteRef = createRouteRef({ id: 'eks-deploy' });

/**
 * EKS Deploy for the older frontend system.
 *
 * @public
 */
export const eksDeployPlugin = createPlugin({
  id: 'eks-deploy',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: eksDeployApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DefaultEksDeployApi(deps),
    }),
  ],
});

/**
 * The Deploy tab, for an `EntityLayout.Route` at `/deploy` that is shown `if={isDeployAvailable}`.
 *
 * @public
 */
export const EntityDeployContent = eksDeployPlugin.provide(
  createRoutableExtension({
    name: 'EntityDeployContent',
    component: async (): Promise<() => JSX.Element> =>
      (await import('./tab')).DeployTab,
    mountPoint: rootRouteRef,
  }),
);

/**
 * The wizard field `EksClusterPicker`, for `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const EksClusterPickerFieldExtension = eksDeployPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: 'EksClusterPicker',
    component: EksClusterPicker,
    validation: validateEksCluster,
    schema: eksClusterPickerSchema.schema,
  }),
);

/**
 * The wizard field `GithubRepositoryPicker`, for `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const GithubRepositoryPickerFieldExtension = eksDeployPlugin.provide(
  createScaffolderFieldExtension<string>({
    name: 'GithubRepositoryPicker',
    component: GithubRepositoryPicker,
    schema: githubRepositoryPickerSchema.schema,
  }),
);

/**
 * The wizard field `EksEnvironments`, for `ScaffolderFieldExtensions`: refuses environments that don't fit each other.
 *
 * @public
 */
export const EksEnvironmentsFieldExtension = eksDeployPlugin.provide(
  createScaffolderFieldExtension<Array<Partial<EnvironmentAnswers>>>({
    name: 'EksEnvironments',
    component: EksEnvironments,
    validation: validateEnvironments,
    schema: eksEnvironmentsSchema.schema,
  }),
);

/**
 * The wizard field `EksMaxReplicas`, for `ScaffolderFieldExtensions`: refuses a number less than `minReplicas` beside it.
 *
 * @public
 */
export const EksMaxReplicasFieldExtension = eksDeployPlugin.provide(
  createScaffolderFieldExtension<number>({
    name: 'EksMaxReplicas',
    component: AsItIs,
    validation: validateMaxReplicas,
    schema: eksMaxReplicasSchema.schema,
  }),
);
