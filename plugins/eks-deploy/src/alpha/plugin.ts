import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { eksDeployApi } from './apis';
import { deployEntityContent } from './entityContents';
import {
  eksClusterPickerField,
  eksEnvironmentsField,
  eksMaxReplicasField,
  githubRepositoryPickerField,
} from './formFields';

/**
 * EKS Deploy for the new frontend system.
 *
 * @alpha
 */
export const eksDeployPlugin = createFrontendPlugin({
  pluginId: 'eks-deploy',
  title: 'EKS Deploy',
  info: { packageJson: () => import('../../package.json') },
  extensions: [
    eksDeployApi,
    deployEntityContent,
    eksClusterPickerField,
    eksEnvironmentsField,
    eksMaxReplicasField,
    githubRepositoryPickerField,
  ],
});
