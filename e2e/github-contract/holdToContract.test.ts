import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createContract } from './createContract';
import { holdToContract, type ContractProxy } from './holdToContract';

const contract = createContract({
  paths: {
    '/user': {
      get: {
        operationId: 'users/get-authenticated',
        responses: {
          200: {
            content: {
              'application/json': {
                schema: { type: 'object', required: ['login'] },
              },
            },
          },
        },
      },
    },
  },
});

describe('holdToContract', () => {
  let server: Server;
  let proxy: ContractProxy;
  let answer: string;

  beforeAll(async () => {
    server = createServer((req, res) => {
      res.setHeader('content-type', 'application/json');
      res.setHeader('x-seen-host', req.headers.host ?? '');
      res.end(answer);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  beforeEach(async () => {
    const { port } = server.address() as AddressInfo;
    proxy = await holdToContract(contract, {
      target: `http://127.0.0.1:${port}`,
      root: '/api/v3',
    });
  });
  afterEach(() => proxy.stop());
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('passes on what keeps to the contract, with its own host', async () => {
    answer = '{"login":"guest"}';
    const response = await fetch(`${proxy.url}/api/v3/user`);
    expect(await response.json()).toEqual({ login: 'guest' });
    expect(response.headers.get('x-seen-host')).toBe(proxy.host);
    expect(proxy.exchanges).toHaveLength(1);
    expect(proxy.problems).toEqual([]);
  });

  it('reports a wrong answer with its operation and pointer, and passes it on', async () => {
    answer = '{}';
    const response = await fetch(`${proxy.url}/api/v3/user`);
    expect(await response.json()).toEqual({});
    expect(proxy.problems).toEqual([
      "GET /user → 200 (users/get-authenticated): answer / must have required property 'login'",
    ]);
  });

  it('reports a wrong request', async () => {
    answer = '{"login":"guest"}';
    await fetch(`${proxy.url}/api/v3/user?colour=red`);
    await fetch(`${proxy.url}/api/v3/users`);
    expect(proxy.problems).toEqual([
      'GET /user?colour=red → 200 (users/get-authenticated): request colour is no parameter of the operation',
      'GET /users → 200 (no operation): request /users is no path of the API',
    ]);
  });

  it('lets pass unseen what is not the API', async () => {
    answer = '{}';
    await fetch(`${proxy.url}/example-org/chat`);
    expect(proxy.exchanges).toEqual([]);
  });
});
