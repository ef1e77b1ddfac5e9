import { request, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Attack } from '../Attack';
import { Statuses } from './requests';

const EVIL = 'rebound.evil.example.com';
/** What every sandbox took before it had tokens of its own. */
const PUBLISHED = 'sandbox-token';

export const sandboxOrigin: Attack[] = [
  {
    name: "run a workflow on a developer's machine by a page that rebinds a name to the sandbox",
    finding: '12',
    expected: '4xx to every request of another host or origin',
    only: 'SQLite',
    async run({ hostile, sandbox, repository }) {
      const { github, aws, clusters } = sandbox;
      const file = `/api/v3/repos/${repository.slug}/contents/.github/workflows/x.yml`;
      const workflow = {
        message: 'x',
        branch: 'main',
        content: Buffer.from('on: push\njobs: {}\n').toString('base64'),
      };
      const services = [
        { url: github.url, path: file, method: 'PUT', body: workflow },
        { url: github.url, path: '/api/v3/user', token: github.token },
        { url: aws.url, path: '/', method: 'POST', body: {} },
        ...Object.values(clusters).map(({ url, token }) => ({
          ...{ url, token, path: '/api/v1/namespaces' },
        })),
      ];
      const disguises = (url: string): Array<Record<string, string>> => {
        const { host, port, protocol } = new URL(url);
        return [
          { host: `${EVIL}:${port}`, origin: `${protocol}//${EVIL}:${port}` },
          { host: EVIL },
          { host, origin: `http://${EVIL}` },
          { host, origin: 'null' },
          { host: `localhost.${EVIL}:${port}` },
          { host: `127.0.0.1.${EVIL}:${port}` },
          { host: `[::1].${EVIL}` },
        ];
      };
      const statuses = new Statuses();
      const successes: string[] = [];
      for (const { url, path, ...rest } of services) {
        for (const headers of disguises(url)) {
          const { token = github.token, ...input } = {
            ...{ method: 'GET', body: undefined, token: undefined },
            ...rest,
          };
          hostile.count(1);
          const status = await send(`${url}${path}`, {
            ...input,
            headers: { ...headers, authorization: `Bearer ${token}` },
          });
          statuses.add(status);
          if (status < 400) {
            successes.push(
              `${input.method} ${new URL(url).port}${path.slice(0, 30)} as ${
                headers.origin ?? headers.host
              }: ${status}`,
            );
          }
        }
      }
      for (const url of [
        `${github.apiUrl}/user`,
        ...Object.values(clusters).map(one => `${one.url}/api/v1/namespaces`),
      ]) {
        hostile.count(1);
        const headers = { authorization: `Bearer ${PUBLISHED}` };
        const status = await send(url, { method: 'GET', headers });
        statuses.add(status);
        if (status < 400) {
          successes.push(`the published token at ${url}: ${status}`);
        }
      }
      return { answered: `${statuses}`, successes };
    },
  },
];

async function send(
  url: string,
  input: { method: string; headers: Record<string, string>; body?: object },
): Promise<number> {
  const { method, headers, body } = input;
  const start = url.startsWith('https:') ? requestHttps : request;
  const content = body && JSON.stringify(body);
  const outgoing = start(url, {
    ...{ method, rejectUnauthorized: false, agent: false },
    headers: {
      ...headers,
      ...(content && { 'content-type': 'application/json' }),
    },
  });
  outgoing.end(content);
  try {
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    await text(answer);
    return answer.statusCode ?? 0;
  } catch {
    // Closed without an answer: as good as a refusal.
    return 499;
  }
}
