import { createServer, type Server, type ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { STREAMS_HEADER } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { waitUntil } from '../__testUtils__/waitUntil';
import { kubernetesStreamsModule } from './kubernetesStreamsModule';

/** Proxies by the library that the Kubernetes plugin uses. */
function aKubernetesPlugin(target: string) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          httpRouter.use(createProxyMiddleware({ target, logLevel: 'silent' }));
        },
      });
    },
  });
}

describe('kubernetesStreamsModule', () => {
  let apiServer: Server;
  let answer: ServerResponse | undefined;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let url: string;

  beforeAll(async () => {
    apiServer = createServer(({ url: path }, response) => {
      answer = response;
      if (path?.endsWith('quiet')) {
        response.flushHeaders();
        return;
      }
      response.write('{"type":"BOOKMARK"}\n');
    });
    await new Promise<void>(resolve => {
      apiServer.listen(0, '127.0.0.1', resolve);
    });
    const { port } = apiServer.address() as AddressInfo;
    backend = await startTestBackend({
      features: [
        kubernetesStreamsModule,
        aKubernetesPlugin(`http://127.0.0.1:${port}`),
      ],
    });
    url = `http://127.0.0.1:${backend.server.port()}/api/kubernetes/watch`;
  });

  afterAll(async () => {
    apiServer.closeAllConnections();
    apiServer.close();
    await backend.stop();
  });

  async function watch(signal?: AbortSignal) {
    const response = await fetch(url, { signal });
    const reader = (response.body as ReadableStream).getReader();
    await reader.read();
    return reader;
  }

  it('answers a WATCH on which nothing happens', async () => {
    const { status, headers, body } = await fetch(`${url}/quiet`);
    expect(status).toBe(200);
    expect(headers.has(STREAMS_HEADER)).toBe(true);
    await body?.cancel();
  });

  it('lets TCP ask an API server that says nothing whether it is still there', async () => {
    const { port } = apiServer.address() as AddressInfo;
    const asked: unknown[] = [];
    const keepAlive = jest
      .spyOn(Socket.prototype, 'setKeepAlive')
      .mockImplementation(function spy(this: Socket, ...args) {
        asked.push(...(this.remotePort === port ? [args] : []));
        return this;
      });
    const { body } = await fetch(`${url}/quiet`);
    expect(asked).toEqual([[true, 1_000]]);
    keepAlive.mockRestore();
    await body?.cancel();
  });

  it('breaks a WATCH whose connection to the API server breaks', async () => {
    const reader = await watch();
    answer?.destroy();
    await expect(reader.read()).rejects.toThrow('terminated');
  });

  it('ends a WATCH that the API server ends', async () => {
    const reader = await watch();
    answer?.end();
    expect(await reader.read()).toMatchObject({ done: true });
  });

  it('leaves a WATCH that nobody reads any more', async () => {
    const controller = new AbortController();
    await watch(controller.signal);
    expect(answer?.closed).toBe(false);
    controller.abort();
    await waitUntil(() => answer?.closed === true);
  });
});

it('starts where the Kubernetes plugin is elsewhere', async () => {
  const backend = await startTestBackend({
    features: [kubernetesStreamsModule],
  });
  expect(backend.server.port()).toBeGreaterThan(0);
  await backend.stop();
});
