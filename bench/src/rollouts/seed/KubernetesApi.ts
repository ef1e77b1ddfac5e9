import { Agent, request } from 'node:https';

/** Requests at a time: more only make the API server queue them. */
const AT_A_TIME = 24;

const contentTypes = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
};

/** A quick client of the API server itself, past every counter, for what seeds and disturbs the cluster. */
export class KubernetesApi {
  private readonly agent: Agent;

  constructor(
    private readonly options: { url: string; ca: string; token: string },
  ) {
    this.agent = new Agent({
      ca: options.ca,
      keepAlive: true,
      maxSockets: AT_A_TIME,
    });
  }

  get<T>(path: string): Promise<T> {
    return this.ask('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.ask('POST', path, body, 'application/json');
  }

  patch<T>(
    path: string,
    body: object,
    kind: keyof typeof contentTypes = 'merge',
  ): Promise<T> {
    return this.ask('PATCH', path, body, contentTypes[kind]);
  }

  close(): void {
    this.agent.destroy();
  }

  /** @throws Error with the API server's answer, if it is not one of success. */
  private ask<T>(
    method: string,
    path: string,
    body?: object,
    contentType?: string,
  ): Promise<T> {
    const { url, token } = this.options;
    const sent = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${url}${path}`,
        {
          method,
          agent: this.agent,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(contentType && { 'content-type': contentType }),
            ...(sent && { 'content-length': Buffer.byteLength(sent) }),
          },
        },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', chunk => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const { statusCode = 0 } = answer;
            return statusCode >= 200 && statusCode < 300
              ? resolve(JSON.parse(text))
              : reject(
                  new Error(`${method} ${path} got ${statusCode}: ${text}`),
                );
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(sent);
    });
  }
}
