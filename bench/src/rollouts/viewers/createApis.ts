import type {
  ApiHolder,
  ApiRef,
  DiscoveryApi,
  FetchApi,
} from '@backstage/core-plugin-api';
import {
  kubernetesApiRef,
  KubernetesAuthProviders,
  kubernetesAuthProvidersApiRef,
  KubernetesBackendClient,
} from '@backstage/plugin-kubernetes-react';
import {
  DefaultEksDeployApi,
  eksDeployApiRef,
} from '@eks-deploy/backstage-plugin-eks-deploy';
import { createCountingFetch } from './countBytes';

/** The APIs that the plugins of both sides register, on one backend. */
export function createApis(options: {
  backendUrl: string;
  token: string;
}): ApiHolder {
  const discoveryApi: DiscoveryApi = {
    getBaseUrl: async pluginId => `${options.backendUrl}/api/${pluginId}`,
  };
  const fetchApi: FetchApi = { fetch: createCountingFetch(options.token) };
  const noSignIn = {
    getAccessToken: async () => '',
    getIdToken: async () => '',
  };
  const kubernetesAuthProvidersApi = new KubernetesAuthProviders({
    microsoftAuthApi: noSignIn as never,
    googleAuthApi: noSignIn as never,
  });
  const apis = new Map<string, unknown>([
    [kubernetesAuthProvidersApiRef.id, kubernetesAuthProvidersApi],
    [
      kubernetesApiRef.id,
      new KubernetesBackendClient({
        ...{ discoveryApi, fetchApi, kubernetesAuthProvidersApi },
      }),
    ],
    [eksDeployApiRef.id, new DefaultEksDeployApi({ discoveryApi, fetchApi })],
  ]);
  return { get: <T>({ id }: ApiRef<T>) => apis.get(id) as T | undefined };
}
