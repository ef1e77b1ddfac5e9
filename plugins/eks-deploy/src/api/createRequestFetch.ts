import type { FetchApi } from '@backstage/core-plugin-api';

/**
 * The portal's fetch for a client that hands over a whole Request.
 *
 * Backstage's middleware constructs a Request from its input more than once, which a Request with a body doesn't survive.
 */
export function createRequestFetch({ fetch }: FetchApi) {
  return async (request: Request): Promise<Response> => {
    const { url, method, headers, signal } = request;
    const body = method === 'GET' ? undefined : await request.text();
    return fetch(url, { method, headers, signal, body });
  };
}
