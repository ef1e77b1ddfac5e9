import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isDeployAvailable } from '../tab/isDeployAvailable';

/** @alpha */
export const deployEntityContent = EntityContentBlueprint.make({
  name: 'deploy',
  params: {
    path: '/deploy',
    title: 'Deploy',
    filter: isDeployAvailable,
    loader: () => import('../tab').then(({ DeployTab }) => <DeployTab />),
  },
});
