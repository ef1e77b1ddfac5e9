import { ResponseError } from '@backstage/errors';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './schema/openapi/generated/types';

const throwResponseErrors: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  },
};

/**
 * A client of the eks-deploy backend, typed by its OpenAPI description.
 *
 * @public
 */
export type EksDeployClient = Client<paths>;

/**
 * Creates a client of the eks-deploy backend.
 *
 * @remarks
 * Any answer other than 2xx is thrown as a `ResponseError` of `@backstage/errors`, so callers read `data` alone.
 *
 * @param options - `baseUrl` is the plugin's address as the discovery API gives it; `fetch` carries the credentials.
 * @public
 */
export function createEksDeployClient(options: {
  baseUrl: string;
  fetch: (request: Request) => Promise<Response>;
}): EksDeployClient {
  const client = createClient<paths>(options);
  client.use(throwResponseErrors);
  return client;
}
