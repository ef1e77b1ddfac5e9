import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterClient } from './ClusterClient';
import {
  createProxyClusterClient,
  type ProxyClusterClientOptions,
} from './createProxyClusterClient';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
} from './errors';
import { STREAMS_HEADER } from './streamsHeader';

const path = '/api/v1/namespaces/chat/pods';

describe('createProxyClusterClient', () => {
  let server: Server;
  let answer: RequestListener;
  let client: ClusterClient;
  const logger = mockServices.logger.mock();

  function createClient(options: Partial<ProxyClusterClientOptions> = {}) {
    const { port } = server.address() as AddressInfo;
    return createProxyClusterClient({
      auth: mockServices.auth({ pluginId: 'eks-deploy' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
      logger,
      ...options,
    });
  }

  beforeAll(async () => {
    server = createServer((req, res) => answer(req, res));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    client = createClient();
  });

  afterEach(() => jest.clearAllMocks());

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  function answerJson(status: number, body: object) {
    answer = (_, res) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    };
  }

  const get = () => client.get({ cluster: 'staging', path });

  async function watchAll(
    from = client,
    query: Record<string, string> = {},
    ending = new AbortController(),
    onEvent = () => {},
  ) {
    const types: string[] = [];
    const { signal } = ending;
    for await (const { type } of await from.watch({
      cluster: 'staging',
      path,
      query,
      signal,
    })) {
      types.push(type);
      onEvent();
    }
    return types;
  }

  it('asks the Kubernetes plugin as a service, for the named cluster', async () => {
    let seen = {};
    answer = ({ url, headers }, res) => {
      const { authorization } = headers;
      seen = {
        url,
        authorization,
        cluster: headers['backstage-kubernetes-cluster'],
      };
      res.end('{"items":[]}');
    };
    await client.get({ cluster: 'staging', path, query: { limit: '500' } });
    expect(seen).toEqual({
      url: `/api/kubernetes/proxy${path}?limit=500`,
      authorization: expect.stringContaining('"target":"kubernetes"'),
      cluster: 'staging',
    });
  });

  it('sends a JSON Patch under its own content type', async () => {
    let seen = {};
    answer = ({ method, headers }, res) => {
      seen = { method, type: headers['content-type'] };
      res.end('{}');
    };
    await client.patch({ cluster: 'staging', path, patch: [] });
    expect(seen).toEqual({
      method: 'PATCH',
      type: 'application/json-patch+json',
    });
  });

  it.each<[string, typeof answer]>([
    ['breaks before it begins', (_, res) => res.destroy()],
    [
      'breaks in the middle',
      (_, res) => {
        res.write('{');
        setTimeout(() => res.destroy(), 20);
      },
    ],
    ['is not JSON', (_, res) => res.end('<html>')],
    ['is too long', (_, res) => res.end(JSON.stringify('x'.repeat(9_000)))],
  ])(
    'does not know what became of a PATCH whose answer %s',
    async (_, says) => {
      answer = says;
      const { patch } = createClient({ longestObjectBytes: 4_000 });
      await expect(
        patch({ cluster: 'staging', path, patch: [] }),
      ).rejects.toMatchObject({ name: 'OutcomeUnknownError' });
    },
  );

  it.each(['getPluginRequestToken', 'getOwnServiceCredentials'] as const)(
    'knows that it sent nothing when %s fails',
    async part => {
      const auth = mockServices.auth({ pluginId: 'eks-deploy' });
      jest
        .spyOn(auth, part)
        .mockRejectedValue(new Error('key store: canary is locked'));
      const { patch } = createClient({ auth });
      await expect(
        patch({ cluster: 'staging', path, patch: [] }),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: `Cluster 'staging' did not carry out PATCH ${path}: the portal could not prepare the request and sent none; try again in a minute, and see the backend's log if it goes on`,
      });
      expect(logger.warn).toHaveBeenCalledTimes(1);
    },
  );

  it('knows that it sent nothing when the Kubernetes plugin is not found', async () => {
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async () => {
        throw new Error('canary');
      },
    });
    const { patch } = createClient({ discovery });
    await expect(
      patch({ cluster: 'staging', path, patch: [] }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('sent none'),
    });
  });

  const status = (reason: string, details?: object) => ({
    kind: 'Status',
    reason,
    details,
    message: 'canary-secret',
  });

  it.each<[string, number, object, string]>([
    ['a missing object', 404, status('NotFound'), 'NotFoundError'],
    ['a concurrent change', 409, status('Conflict'), 'ConflictError'],
    ['a patch whose test failed', 422, status('Invalid'), 'ConflictError'],
    [
      'an invalid object',
      422,
      status('Invalid', { causes: [{ field: 'spec.replicas' }] }),
      'ClusterRejectedError',
    ],
    ['an old version', 410, status('Expired'), 'ClusterGoneError'],
    [
      'a role without rights',
      403,
      status('Forbidden'),
      'ServiceUnavailableError',
    ],
    ['an unknown role', 401, status('Unauthorized'), 'ServiceUnavailableError'],
    [
      'a cluster that the Kubernetes plugin does not know',
      404,
      { error: { name: 'NotFoundError', message: "Cluster 'x' not found" } },
      'ServiceUnavailableError',
    ],
    [
      'a cluster that the proxy can not reach',
      500,
      { error: { name: 'ForwardedError', message: 'ECONNREFUSED' } },
      'ServiceUnavailableError',
    ],
    [
      'a busy cluster',
      429,
      status('TooManyRequests'),
      'ServiceUnavailableError',
    ],
  ])('translates %s', async (_, code, body, name) => {
    answerJson(code, body);
    const error = await get().catch((e: Error) => e);
    expect(error).toMatchObject({
      name,
      message: expect.stringContaining("'staging'"),
    });
    expect(String(error)).not.toContain('canary-secret');
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('cause', expect.anything());
  });

  it('warns of nothing that is not there, which may well be', async () => {
    answerJson(404, status('NotFound'));
    await expect(get()).rejects.toThrow('staging');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it("logs the cluster's own answer", async () => {
    answerJson(403, status('Forbidden'));
    await expect(get()).rejects.toThrow(ClusterDeniedError);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        status: 403,
        answer: 'Forbidden: canary-secret',
      }),
    );
  });

  it('logs what is refused again and again once, until it was let in', async () => {
    const fresh = createClient();
    const again = () => fresh.get({ cluster: 'staging', path });
    answerJson(403, status('Forbidden'));
    await expect(again()).rejects.toThrow(ClusterDeniedError);
    await expect(again()).rejects.toThrow(ClusterDeniedError);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answerJson(200, {});
    await again();
    answerJson(403, status('Forbidden'));
    await expect(again()).rejects.toThrow(ClusterDeniedError);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('tells a refused sign-in from a missing right', async () => {
    answerJson(401, status('Unauthorized'));
    await expect(get()).rejects.toMatchObject({ refused: 'sign-in' });
    answerJson(403, status('Forbidden'));
    await expect(get()).rejects.toMatchObject({ refused: 'right' });
  });

  it('signs in anew when a token ran out on its way, once and for any request', async () => {
    const seen: string[] = [];
    answer = async (req, res) => {
      let body = '';
      for await (const chunk of req) {
        body += chunk;
      }
      seen.push(`${req.method} ${body}`);
      res.writeHead(seen.length % 2 ? 401 : 200);
      res.end('{}');
    };
    await client.patch({ cluster: 'staging', path, patch: [] });
    await get();
    expect(seen).toEqual(['PATCH []', 'PATCH []', 'GET ', 'GET ']);
    answerJson(401, status('Unauthorized'));
    await expect(get()).rejects.toThrow(ClusterDeniedError);
  });

  it.each([
    [429, '7', 7_000],
    [429, undefined, undefined],
    [503, '0', 0],
  ])(
    'tells how long a pause %d with Retry-After %p asks for',
    async (...of) => {
      const [code, retryAfter, retryAfterMs] = of;
      answer = (_, res) => {
        res.writeHead(code, retryAfter ? { 'retry-after': retryAfter } : {});
        res.end();
      };
      const error = await get().catch((e: Error) => e);
      expect(error).toBeInstanceOf(ClusterBusyError);
      expect(error).toHaveProperty('retryAfterMs', retryAfterMs);
    },
  );

  it('gives up on a cluster that does not answer in time', async () => {
    answer = () => {};
    await expect(
      createClient({ timeoutMs: 50 }).get({ cluster: 'staging', path }),
    ).rejects.toThrow("it can't be reached");
  });

  it('follows no redirect', async () => {
    answer = (_, res) => {
      res.writeHead(302, { location: 'http://127.0.0.1:1/' });
      res.end();
    };
    await expect(get()).rejects.toThrow("it can't be reached");
  });

  describe('list', () => {
    const list = async (from = client) => {
      const items: unknown[] = [];
      const page = await from.list({
        cluster: 'staging',
        path,
        onItem: item => items.push(item),
      });
      return { items, page };
    };
    const metadata = { resourceVersion: '7', continue: 'next' };

    it('gives items as they come, before the list is complete', async () => {
      let end = () => {};
      answer = (_, res) => {
        res.write('{"items":[{"a":1},{"b"');
        end = () => res.end(`:2}],"metadata":${JSON.stringify(metadata)}}`);
      };
      const first = new Promise<unknown>((resolve, reject) => {
        client
          .list({ cluster: 'staging', path, onItem: resolve })
          .catch(reject);
      });
      await expect(first).resolves.toEqual({ a: 1 });
      end();
    });

    it('tells the version, and how to go on', async () => {
      answerJson(200, { metadata, items: [{ a: 1 }] });
      await expect(list()).resolves.toEqual({
        items: [{ a: 1 }],
        page: { resourceVersion: '7', next: 'next', skipped: 0 },
      });
      answerJson(200, { metadata: { resourceVersion: '7', continue: '' } });
      await expect(list()).resolves.toMatchObject({
        page: { next: undefined },
      });
    });

    it('holds nothing of an object that is far too long', async () => {
      const megabyte = 'x'.repeat(1024 * 1024);
      answer = async (_, res) => {
        res.write('{"metadata":{"resourceVersion":"7"},"items":[{"a":"');
        for (let written = 0; written < 50; written += 1) {
          await new Promise(resolve => {
            res.write(megabyte, resolve);
          });
        }
        res.end('"},{"b":2}]}');
      };
      await expect(list()).resolves.toMatchObject({
        items: [{ b: 2 }],
        page: { skipped: 1 },
      });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('too long'),
        expect.objectContaining({ objects: 1 }),
      );
    });

    it.each<[string, RequestListener]>([
      ['never answers', () => {}],
      ['stops within the body', (_, res) => res.write('{"items":[')],
      [
        'breaks within the body',
        (_, res) => res.write('{', () => res.destroy()),
      ],
      ['sends only a beginning', (_, res) => res.end('{"items":[{}')],
      ['sends no list', (_, res) => res.end('{}')],
    ])('fails when the cluster %s', async (_, fault) => {
      answer = fault;
      await expect(list(createClient({ timeoutMs: 50 }))).rejects.toThrow(
        "it can't be reached",
      );
    });

    it('stays an abort when it is aborted', async () => {
      const controller = new AbortController();
      answer = () => controller.abort();
      const { signal } = controller;
      await expect(
        client.list({ cluster: 'staging', path, signal, onItem: () => {} }),
      ).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    });
  });

  describe('watch', () => {
    const event = (type: string) =>
      `${JSON.stringify({ type, object: { note: 'ü' } })}\n`;

    it('asks for uncompressed events with bookmarks', async () => {
      let seen = {};
      answer = ({ url, headers }, res) => {
        seen = { url, encoding: headers['accept-encoding'] };
        res.end();
      };
      await watchAll();
      expect(seen).toEqual({
        url: expect.stringContaining('watch=1&allowWatchBookmarks=true'),
        encoding: 'identity',
      });
    });

    it('puts events together however the bytes are cut', async () => {
      answer = async (_, res) => {
        const bytes = Buffer.from(event('ADDED') + event('MODIFIED'));
        for (const byte of bytes) {
          res.write(Buffer.of(byte));
          await new Promise(setImmediate);
        }
        res.end();
      };
      expect(await watchAll()).toEqual(['ADDED', 'MODIFIED']);
    });

    it('leaves out a last half line', async () => {
      answer = (_, res) => res.end(`${event('ADDED')}{"type":"MOD`);
      expect(await watchAll()).toEqual(['ADDED']);
    });

    it('throws ClusterGoneError for an ERROR event of code 410', async () => {
      const object = { kind: 'Status', code: 410, reason: 'Expired' };
      answer = (_, res) =>
        res.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      await expect(watchAll()).rejects.toThrow(ClusterGoneError);
    });

    it('fails when the connection breaks', async () => {
      answer = (_, res) => {
        res.write(event('ADDED'));
        setTimeout(() => res.destroy(), 20);
      };
      await expect(watchAll()).rejects.toThrow("it can't be reached");
    });

    it('ends when nothing is heard for too long', async () => {
      answer = (_, res) => res.write(event('ADDED'));
      expect(await watchAll(createClient({ watchIdleMs: 500 }))).toEqual([
        'ADDED',
      ]);
    });

    it('fails when the list that it begins with falls silent', async () => {
      answer = (_, res) => res.write(event('ADDED'));
      const watching = watchAll(createClient({ timeoutMs: 300 }), {
        sendInitialEvents: 'true',
      });
      await expect(watching).rejects.toThrow("it can't be reached");
    });

    describe('whose answer has no body yet', () => {
      let ending: AbortController;
      const open = () =>
        client.watch({ cluster: 'staging', path, signal: ending.signal });
      const refuseLate: RequestListener = (_, res) => {
        setTimeout(() => res.writeHead(403).end('{}'), 1_500);
      };

      beforeEach(() => {
        ending = new AbortController();
      });

      it('is taken for open after a second, and may still be refused', async () => {
        answer = refuseLate;
        const events = await open();
        const next = events[Symbol.asyncIterator]().next();
        await expect(next).rejects.toThrow(ClusterDeniedError);
      });

      describe('behind a proxy that passes heads on', () => {
        beforeEach(async () => {
          answer = (_, res) => {
            res.writeHead(200, { [STREAMS_HEADER]: 'as they come' }).end('{}');
          };
          await client.get({ cluster: 'staging', path });
        });

        it('is open once it is answered', async () => {
          answer = (_, res) => res.flushHeaders();
          const events = await open();
          const next = events[Symbol.asyncIterator]().next();
          ending.abort();
          await expect(next).resolves.toMatchObject({ done: true });
        });

        it('is not taken for open while it is not', async () => {
          answer = refuseLate;
          await expect(open()).rejects.toThrow(ClusterDeniedError);
        });
      });
    });

    it('ends quietly when it is aborted', async () => {
      const ending = new AbortController();
      const end = () => setTimeout(() => ending.abort(), 20);
      answer = (_, res) => res.write(event('ADDED'));
      expect(await watchAll(client, {}, ending, end)).toEqual(['ADDED']);
    });
  });

  it('reads lines as they come, and says what is wrong when there are none', async () => {
    answer = (_, res) => res.end('one\ntwo\n');
    const { signal } = new AbortController();
    const read = async () => {
      const lines: string[] = [];
      for await (const line of client.lines({
        cluster: 'staging',
        path: `${path}/chat-1/log`,
        signal,
      })) {
        lines.push(line);
      }
      return lines;
    };
    await expect(read()).resolves.toEqual(['one', 'two']);
    answerJson(400, { kind: 'Status', message: 'no previous container' });
    await expect(read()).rejects.toThrow('it answered 400');
  });
});
