import {
  createEksDeployClient,
  type EksDeployClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** The portal's public HTTP, as the demo user. */
export interface PortalApi {
  /** Sends JSON and reads JSON; throws what the portal says when it isn't 2xx. */
  request<T>(path: string, body?: unknown): Promise<T>;
  fetch: typeof fetch;
  eksDeploy: EksDeployClient;
}

export async function signIn(backendUrl: string): Promise<PortalApi> {
  const answer = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  const authorized: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Authorization', `Bearer ${backstageIdentity.token}`);
    return fetch(request);
  };
  return {
    fetch: authorized,
    eksDeploy: createEksDeployClient({
      baseUrl: `${backendUrl}/api/eks-deploy`,
      fetch: authorized,
    }),
    async request<T>(path: string, body?: unknown) {
      const response = await authorized(`${backendUrl}/api${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${path} answered ${response.status}: ${text}`);
      }
      return JSON.parse(text) as T;
    },
  };
}
