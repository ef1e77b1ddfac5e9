import { readFile } from 'node:fs/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { kubernetesAuthStrategyExtensionPoint } from '@backstage/plugin-kubernetes-node';

/** The `authProvider` of a cluster that is signed in to with the token that its file holds at the moment. */
export const TOKEN_FILE_PROVIDER = 'tokenFile';
/** The key of `authMetadata` that names the file. */
export const TOKEN_FILE_KEY = 'token-file';

/**
 * Signs in to clusters as the Kubernetes plugin does within a cluster, by a ServiceAccount's token that something else
 * renews in a file; the plugin's own strategy reads one file only, of a fixed path.
 */
export const tokenFileStrategy = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'token-file-strategy',
  register(env) {
    env.registerInit({
      deps: { strategies: kubernetesAuthStrategyExtensionPoint },
      async init({ strategies }) {
        strategies.addAuthStrategy(TOKEN_FILE_PROVIDER, {
          async getCredential({ authMetadata }) {
            const token = await readFile(authMetadata[TOKEN_FILE_KEY], 'utf8');
            return { type: 'bearer token', token };
          },
          validateCluster: () => [],
          presentAuthMetadata: () => ({}),
        });
      },
    });
  },
});
