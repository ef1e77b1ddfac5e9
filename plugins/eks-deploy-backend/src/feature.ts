import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { kubernetesStreamsModule } from './kubernetesStreams';
import { eksDeployPlugin } from './plugin';

/**
 * EKS Deploy's backend: its plugin, and a module that lets the Kubernetes plugin's proxy pass a WATCH on as it comes and
 * ends.
 *
 * @public
 */
export const eksDeployFeature = createBackendFeatureLoader({
  loader: () => [eksDeployPlugin, kubernetesStreamsModule],
});
