import { askApi, type ApiAddress } from './clusterApi';
import type { Ports } from './components';
import { VIEWERS } from './files';
import { simulatedNodes } from './nodes';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** Creates what a new cluster needs before anyone uses it: nodes, and the rights of the token that may only read. */
export async function createFirstObjects(
  api: ApiAddress,
  ports: Ports,
): Promise<void> {
  for (const node of simulatedNodes(ports.kubelet)) {
    await create(api, '/api/v1/nodes', node);
  }
  await create(api, `${RBAC}/clusterroles`, {
    metadata: { name: VIEWERS },
    rules: [
      { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
    ],
  });
  await create(api, `${RBAC}/clusterrolebindings`, {
    metadata: { name: VIEWERS },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: VIEWERS,
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Group',
        name: VIEWERS,
      },
    ],
  });
}

async function create(
  api: ApiAddress,
  path: string,
  body: object,
): Promise<void> {
  const { status, text } = await askApi(api, path, { method: 'POST', body });
  if (status !== 201) {
    throw new Error(`The control plane refused ${path}: ${text}`);
  }
}
