import { request } from 'node:https';

/** Whom to ask, how to know it, and what to sign in with: a token or a client certificate. */
export interface ApiAddress {
  url: string;
  /** PEM. */
  ca: string;
  token?: string;
  /** PEM. */
  cert?: string;
  /** PEM. */
  key?: string;
}

/** What is asked of it; a GET unless said otherwise. */
export interface ApiRequest {
  method?: string;
  body?: unknown;
  contentType?: string;
  accept?: string;
}

/** What a cluster answered. */
export interface ApiAnswer {
  status: number;
  text: string;
}

const TIMEOUT_MS = 10_000;

/** One HTTPS request, answered as it is. */
export function askApi(
  { url, token, ...tls }: ApiAddress,
  path: string,
  { method = 'GET', body, contentType, accept }: ApiRequest = {},
): Promise<ApiAnswer> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}${path}`,
      {
        method,
        ...tls,
        agent: false,
        timeout: TIMEOUT_MS,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(sent && {
            'content-type': contentType ?? 'application/json',
            // Node sends a DELETE's body without saying how long it is.
            'content-length': Buffer.byteLength(sent),
          }),
          ...(accept && { accept }),
        },
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text }),
        );
      },
    );
    outgoing.on('timeout', () =>
      outgoing.destroy(new Error(`${path} was not answered in time`)),
    );
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}
