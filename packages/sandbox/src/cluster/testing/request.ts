import { request as httpsRequest } from 'node:https';
import type { Cluster } from '../cluster';

/** A request as a test states it. */
export interface TestRequest {
  method?: string;
  body?: unknown;
  contentType?: string;
  accept?: string;
  token?: string;
  /** Stop reading once a streamed answer contains this text. */
  until?: string;
}

/** A request over HTTPS, trusting the cluster's CA. */
export function request(
  cluster: Cluster,
  path: string,
  options: TestRequest = {},
): Promise<{ code: number; text: string; body: Record<string, unknown> }> {
  const { method = 'GET', body, contentType, accept, until } = options;
  const token = options.token ?? cluster.token;
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      `${cluster.url}${path}`,
      {
        method,
        ca: cluster.ca,
        agent: false,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          'content-type': contentType ?? 'application/json',
          ...(accept && { accept }),
        },
      },
      response => {
        let text = '';
        const finish = () => {
          const isWhole = !until && text.startsWith('{');
          resolve({
            code: response.statusCode ?? 0,
            text,
            body: isWhole ? JSON.parse(text) : {},
          });
        };
        response.on('data', chunk => {
          text += chunk;
          if (until && text.includes(until)) {
            finish();
            outgoing.destroy();
          }
        });
        response.on('end', finish);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
