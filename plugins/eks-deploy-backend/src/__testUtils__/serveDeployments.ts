import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeploymentObject } from '../workloads';

const COLLECTION = '/apis/apps/v1/namespaces/chat/deployments';

const DISCOVERY: Record<string, object> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [
      {
        name: 'apps',
        versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
        preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
      },
    ],
  },
  '/apis/apps/v1': {
    kind: 'APIResourceList',
    groupVersion: 'apps/v1',
    resources: [
      {
        name: 'deployments',
        singularName: 'deployment',
        namespaced: true,
        kind: 'Deployment',
        verbs: ['get', 'list', 'watch'],
      },
    ],
  },
  '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [] },
};

/** As much of a Kubernetes API as `kubectl rollout status` asks for; nothing ever changes. */
export async function serveDeployments(deployments: DeploymentObject[]) {
  const find = (name: string | null | undefined) =>
    deployments.filter(({ metadata }) => metadata?.name === name);

  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://server');
    const selected = searchParams.get('fieldSelector')?.split('=')[1];
    const [named] = find(pathname.slice(COLLECTION.length + 1));
    const list = {
      apiVersion: 'apps/v1',
      kind: 'DeploymentList',
      metadata: { resourceVersion: '1' },
      items: find(selected),
    };
    const answer =
      DISCOVERY[pathname] ?? (pathname === COLLECTION ? list : named);
    res.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    if (searchParams.has('watch')) {
      res.flushHeaders();
    } else {
      res.end(JSON.stringify(answer ?? { kind: 'Status', code: 404 }));
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
