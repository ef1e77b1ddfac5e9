import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_DEPLOY_TARGET } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import request from 'supertest';
import { anEntity } from './__testUtils__/entities';
import { FakeCluster } from './__testUtils__/FakeCluster';
import { fakeKubernetesPlugin } from './__testUtils__/fakeKubernetesPlugin';
import { aDeploymentObject, aReplicaSetObject } from './__testUtils__/objects';
import {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './permissions';
import { eksDeployPlugin } from './plugin';
import { getOwner } from './targets/getOwner';

const MINE = 'group:default/team-chat';
const entity = '/api/eks-deploy/entities/component/default/chat';
const workload = `${entity}/environments/staging/workloads/chat-backend`;

function anEntityIn(namespace: string, owner: string): Entity {
  return {
    ...anEntity({
      'backstage.io/kubernetes-namespace': namespace,
      'backstage.io/managed-by-location':
        'url:https://github.com/example-org/chat/blob/main/catalog-info.yaml',
    }),
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** What I own, in my namespace where nothing runs; and what another team owns, in its namespace. */
const own = anEntityIn('mine', MINE);
const foreign = anEntityIn('theirs', 'group:default/team-orders');

describe('a catalog file that changes between two reads of it', () => {
  let cluster: FakeCluster;
  let backend: TestBackend;
  /** Which read finds the other team's component: each one whose number leaves this remainder. */
  let foreignRead = 0;
  let reads = 0;
  const read = () => {
    reads += 1;
    return reads % 2 === foreignRead ? foreign : own;
  };

  const catalog = catalogServiceMock({ entities: [own] });
  jest.spyOn(catalog, 'getEntityByRef').mockImplementation(async () => read());

  /** A policy by which only the owner may do anything; as the framework does it, `authorize` looks the target up. */
  const permissions: PermissionsService = {
    authorize: async requests =>
      requests.map(() => ({
        result:
          getOwner(read()) === MINE
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) =>
        isResourcePermission(permission, RESOURCE_TYPE_DEPLOY_TARGET)
          ? createDeployTargetConditionalDecision(
              permission,
              deployTargetConditions.isTargetOwner({ claims: [MINE] }),
            )
          : { result: AuthorizeResult.DENY },
      ),
  };

  beforeAll(async () => {
    cluster = new FakeCluster();
    const base = '/apis/apps/v1/namespaces/theirs';
    cluster.put(`${base}/deployments`, aDeploymentObject());
    cluster.put(`${base}/replicasets`, aReplicaSetObject(7));
    cluster.put(`${base}/replicasets`, aReplicaSetObject(6));
    backend = await startTestBackend({
      features: [
        eksDeployPlugin,
        fakeKubernetesPlugin(() => cluster),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalog,
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://127.0.0.1' },
            eksDeploy: {
              environments: [
                {
                  name: 'staging',
                  cluster: 'staging',
                  allow: [
                    { owners: [MINE], namespaces: ['mine'] },
                    {
                      owners: ['group:default/team-orders'],
                      namespaces: ['theirs'],
                    },
                  ],
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(() => backend.stop());

  const body = { fromRevision: 7 };
  it.each<[string, 'get' | 'post', string, object]>([
    ['the rollouts', 'get', `${entity}/rollouts`, {}],
    ['the Revisions', 'get', `${workload}/revisions`, {}],
    ['a diff', 'get', `${workload}/revisions/6/diff`, {}],
    ['the pods', 'get', `${workload}/pods`, {}],
    ['the events', 'get', `${workload}/events`, {}],
    ['the logs', 'get', `${workload}/logs`, {}],
    ['the images', 'get', `${workload}/images`, {}],
    ['a restart', 'post', `${workload}/restart`, body],
    ['a redeploy', 'post', `${workload}/redeploy`, body],
    [
      'a rollback',
      'post',
      `${workload}/rollback`,
      { ...body, toRevision: 6, reason: 'x' },
    ],
  ])('never opens %s', async (_, method, path, sent) => {
    for (foreignRead of [0, 1]) {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        reads = attempt;
        await request(backend.server)[method](path).send(sent);
      }
    }
    expect(cluster.calls.filter(call => call.includes('/theirs/'))).toEqual([]);
  });
});
