import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { aDatabaseService, databases } from './__testUtils__/databases';
import { anEntity } from './__testUtils__/entities';
import { FakeCluster } from './__testUtils__/FakeCluster';
import { fakeKubernetesPlugin } from './__testUtils__/fakeKubernetesPlugin';
import { aDeploymentObject, aReplicaSetObject } from './__testUtils__/objects';
import { readEvents } from './__testUtils__/readEvents';
import { waitUntil } from './__testUtils__/waitUntil';
import { eksDeployPlugin } from './plugin';
import { spec } from './schema/openapi/generated/spec';

const entity = '/api/eks-deploy/entities/component/default/chat';
const workload = `${entity}/environments/staging/workloads/chat-backend`;
const deployments = '/apis/apps/v1/namespaces/chat/deployments';
const replicaSets = '/apis/apps/v1/namespaces/chat/replicasets';
const allow = [
  { owners: ['group:default/team-chat'], namespaces: ['chat', 'chat-*'] },
];
const eksDeploy = {
  environments: [
    { name: 'staging', cluster: 'staging', allow },
    { name: 'production', cluster: 'production', allow: [] },
  ],
};

/** What stands for each parameter of a path. */
const PARAMETERS: Record<string, string> = {
  kind: 'component',
  namespace: 'default',
  name: 'chat',
  environment: 'staging',
  workload: 'chat-backend',
  revision: '6',
};
/** A valid body of each command. */
const BODIES: Record<string, object> = {
  restart: { fromRevision: 7 },
  rollback: { fromRevision: 7, toRevision: 6, reason: 'slower' },
  redeploy: { fromRevision: 7 },
};
/** Every operation of openapi.yaml, with an address of it. */
const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, { operationId }]): [string, 'get' | 'post', string] => [
      operationId,
      method === 'post' ? 'post' : 'get',
      `/api/eks-deploy${path.replace(
        /\{(\w+)\}/g,
        (_, name) => PARAMETERS[name],
      )}`,
    ],
  ),
);

describe.each(databases.eachSupportedId())(
  'eksDeployPlugin on %p',
  databaseId => {
    let cluster: FakeCluster;
    const running: TestBackend[] = [];
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    });

    beforeEach(() => {
      cluster = new FakeCluster();
      cluster.put(deployments, aDeploymentObject());
      cluster.put(replicaSets, aReplicaSetObject(7));
      cluster.put(replicaSets, aReplicaSetObject(6));
    });

    const stopAll = async () => {
      await Promise.all(running.splice(0).map(backend => backend.stop()));
    };

    async function start(
      options: {
        result?: DefinitivePolicyDecision['result'];
        annotations?: Record<string, string>;
        config?: object;
      } = {},
    ) {
      const { result = AuthorizeResult.ALLOW, annotations, config } = options;
      const backend = await startTestBackend({
        features: [
          eksDeployPlugin,
          fakeKubernetesPlugin(() => cluster),
          catalogServiceMock.factory({ entities: [anEntity(annotations)] }),
          mockServices.rootConfig.factory({
            data: {
              eksDeploy,
              backend: { baseUrl: 'http://127.0.0.1' },
              ...config,
            },
          }),
          mockServices.permissions.factory({ result }),
          auditor.factory,
          await aDatabaseService(databaseId),
        ],
      });
      running.push(backend);
      return backend.server;
    }

    describe('reading', () => {
      afterEach(stopAll);

      it('answers with what runs in each Environment that lets the owner in', async () => {
        const { status, body } = await request(await start()).get(
          `${entity}/rollouts`,
        );
        expect({ status, body }).toMatchObject({
          status: 200,
          body: {
            environments: [
              {
                environment: 'staging',
                state: 'live',
                rollouts: [
                  { workload: 'chat-backend', status: { phase: 'complete' } },
                ],
              },
            ],
            records: [],
          },
        });
      });

      it('shows an Environment that the component names but may not use as refused, with the remedy', async () => {
        const server = await start({
          annotations: { 'eks-deploy/environments': 'staging,production,qa' },
        });
        const { body } = await request(server).get(`${entity}/rollouts`);
        expect(body.environments).toMatchObject([
          { environment: 'staging', state: 'live' },
          {
            environment: 'production',
            state: 'refused',
            problem: {
              remedy: expect.stringContaining('eksDeploy.environments'),
            },
          },
          {
            environment: 'qa',
            state: 'refused',
            problem: { remedy: 'name some of staging, production' },
          },
        ]);
      });

      it('lists Revisions with what keeps a rollback from them', async () => {
        const { status, body } = await request(await start()).get(
          `${workload}/revisions`,
        );
        expect(status).toBe(200);
        expect(body.items).toMatchObject([
          { number: 7, current: true, blocked: expect.any(String) },
          { number: 6, current: false },
        ]);
        expect(body.items[1]).not.toHaveProperty('blocked');
      });

      it('tells what changed between two Revisions', async () => {
        const server = await start();
        const { status, body } = await request(server).get(
          `${workload}/revisions/6/diff`,
        );
        expect({ status, body }).toMatchObject({
          status: 200,
          body: {
            from: 7,
            to: 6,
            changes: [
              { path: 'spec.containers[app].image', change: 'changed' },
            ],
          },
        });
        const missing = await request(server).get(
          `${workload}/revisions/6/diff?against=3`,
        );
        expect(missing.status).toBe(404);
        expect(missing.body.error.message).toContain('no revision 3');
      });

      it('shows the fleet: what may be seen, with a page to go on', async () => {
        const server = await start();
        const { status, body } = await request(server).get(
          '/api/eks-deploy/fleet?limit=1&phase=complete&phase=failed',
        );
        expect({ status, body }).toMatchObject({
          status: 200,
          body: {
            components: 1,
            items: [
              {
                entityRef: 'component:default/chat',
                environment: 'staging',
                rollout: { workload: 'chat-backend' },
              },
            ],
          },
        });
        const failed = await request(server).get(
          '/api/eks-deploy/fleet?phase=failed',
        );
        expect(failed.body.items).toEqual([]);
      });

      it('streams a snapshot and then changes', async () => {
        const server = await start();
        const events = readEvents(
          `http://127.0.0.1:${server.port()}`,
          `${entity}/rollouts/stream`,
        );
        expect(await events.next('snapshot')).toMatchObject({
          environments: [{ environment: 'staging' }],
        });
        await events.next('synced');
        cluster.put(
          deployments,
          aDeploymentObject({ updated: 1, revision: 8 }),
        );
        expect(await events.next('change')).toMatchObject({
          type: 'rollout',
          rollout: { status: { phase: 'progressing', step: 'creating' } },
        });
        expect(events.headers()).toMatchObject({
          'cache-control': 'no-cache, no-transform',
          'x-accel-buffering': 'no',
        });
        expect(events.headers()).not.toHaveProperty('content-encoding');
        events.close();
      });
    });

    describe('bounding', () => {
      afterEach(stopAll);

      const own = `/component/default/chat/environments/staging/workloads/chat-backend`;
      const NUL = 'no\u0000';
      it.each<[string, number, 'get' | 'post', string, object?]>([
        ['an encoded slash', 400, 'get', '/a%2Fb/default/chat/rollouts'],
        ['two dots', 400, 'get', '/..%2f../default/chat/rollouts'],
        ['a namespace of NUL', 400, 'get', '/component/%00/chat/rollouts'],
        ['a stray %', 400, 'get', '/component/default/%zz/rollouts'],
        [
          'a huge name',
          400,
          'get',
          `/component/default/${'a'.repeat(9_000)}/rollouts`,
        ],
        [
          'a Revision above 2^31',
          400,
          'get',
          `${own}/revisions/2147483648/diff`,
        ],
        ['one above 2^53', 400, 'get', `${own}/logs?revision=9007199254740993`],
        [
          'a live one',
          400,
          'post',
          `${own}/restart`,
          { fromRevision: 2 ** 31 },
        ],
        [
          'one of 1e300',
          400,
          'post',
          `${own}/redeploy`,
          { fromRevision: 1e300 },
        ],
        [
          'a wanted one',
          400,
          'post',
          `${own}/rollback`,
          { fromRevision: 7, toRevision: 2 ** 31, reason: 'x' },
        ],
        [
          'a reason with NUL',
          400,
          'post',
          `${own}/restart`,
          { fromRevision: 7, reason: NUL },
        ],
        [
          'an image with NUL',
          400,
          'post',
          `${own}/redeploy`,
          { fromRevision: 7, image: NUL },
        ],
        [
          'a long body',
          413,
          'post',
          `${own}/restart`,
          { reason: 'x'.repeat(200_000) },
        ],
      ])(
        'answers %s with %i',
        async (_, status, method, address, ...[body]) => {
          const server = await start();
          const sent = request(server)[method](
            `/api/eks-deploy/entities${address}`,
          );
          const answer = await (body ? sent.send(body) : sent);
          expect(answer.status).toBe(status);
          expect(answer.body.error.name).toMatch(
            /^(Input|ContentTooLarge)Error$/,
          );
          expect(answer.headers['cache-control']).toBe('no-store');
        },
      );

      it.each([
        ['rollouts/stream', 'snapshot'],
        ['environments/staging/workloads/chat-backend/logs', 'line'],
      ])(
        'answers 429 to a user with as many streams as may be: %s',
        async (address, first) => {
          const { labels, uid } = { ...aReplicaSetObject(7).metadata };
          const ownerReferences = [
            { kind: 'ReplicaSet', uid, controller: true },
          ];
          cluster.put('/api/v1/namespaces/chat/pods', {
            ...{ spec: { containers: [{ name: 'app' }] } },
            metadata: { uid: 'a', name: 'a', labels, ...{ ownerReferences } },
          });
          let endLog = () => {};
          cluster.lines = async function* writeOne() {
            yield 'started';
            await new Promise<void>(resolve => {
              endLog = resolve;
            });
          };
          const limits = {
            rolloutStreams: { perUser: 1 },
            logStreams: { perUser: 1 },
          };
          const server = await start({
            config: { eksDeploy: { ...eksDeploy, limits } },
          });
          const open = () =>
            readEvents(
              `http://127.0.0.1:${server.port()}`,
              `${entity}/${address}`,
            );
          const events = open();
          await events.next(first);
          const get = () => request(server).get(`${entity}/${address}`);
          const { status, body, headers } = await get();
          expect(status).toBe(429);
          expect(headers['retry-after']).toBe('30');
          expect(body.error).toMatchObject({
            name: 'TooManyRequestsError',
            message: expect.stringContaining('as many as one user may'),
            retryAfterSeconds: 30,
          });
          events.close();
          endLog();
          let again = open();
          const isAnswered = () => again.headers().date !== undefined;
          await waitUntil(isAnswered);
          // The server learns of it a moment later.
          while (again.headers()['retry-after']) {
            again = open();
            await waitUntil(isAnswered);
          }
          await again.next(first);
          again.close();
          endLog();
        },
      );
    });

    describe('refusing', () => {
      let open: TestBackend['server'];
      let closed: TestBackend['server'];

      beforeAll(async () => {
        open = await start();
        closed = await start({ result: AuthorizeResult.DENY });
      });

      afterAll(stopAll);

      const refusal = {
        status: 403,
        body: { error: { message: expect.stringContaining('eks-deploy.') } },
      };
      // The fleet is what may be seen; here nothing.
      const emptyFleet = { status: 200, body: { items: [], problems: [] } };

      it.each(operations)(
        'who lacks the permission: %s',
        async (id, method, path) => {
          const { status, body } = await request(closed)
            [method](path)
            .send(BODIES[id]);
          const expected = id === 'listFleet' ? emptyFleet : refusal;
          expect({ status, body }).toMatchObject(expected);
        },
      );

      it.each(operations)(
        'with an audit event where something is done or a log is read, and only there: %s',
        async (id, method, path) => {
          auditor.createEvent.mockClear();
          await request(closed)[method](path).send(BODIES[id]);
          const audited = method === 'post' || id === 'streamLogs';
          expect(auditor.createEvent).toHaveBeenCalledTimes(audited ? 1 : 0);
        },
      );

      it('to say what is wrong with an Environment to who may see none', async () => {
        const server = await start({
          result: AuthorizeResult.DENY,
          annotations: { 'eks-deploy/environments': 'production,qa' },
        });
        const { status } = await request(server).get(`${entity}/rollouts`);
        expect(status).toBe(403);
        const { body } = await request(server).get('/api/eks-deploy/fleet');
        expect(body).toMatchObject({ items: [], problems: [] });
      });

      it('who is nobody', async () => {
        const { status } = await request(open)
          .get(`${entity}/rollouts`)
          .set('authorization', mockCredentials.none.header());
        expect(status).toBe(401);
      });

      it('a service that commands', async () => {
        const { status } = await request(open)
          .post(`${workload}/restart`)
          .set('authorization', mockCredentials.service.header())
          .send({ fromRevision: 7 });
        expect(status).toBe(403);
      });

      it.each([
        ['an entity', '/entities/component/default/nobody/rollouts', 'nobody'],
        [
          'an Environment',
          '/entities/component/default/chat/environments/qa/workloads/chat-backend/revisions',
          "'qa'",
        ],
        [
          'a Workload',
          '/entities/component/default/chat/environments/staging/workloads/nothing/revisions',
          "'nothing'",
        ],
      ])('%s that is not there', async (_, path, named) => {
        const { status, body } = await request(open).get(
          `/api/eks-deploy${path}`,
        );
        expect(status).toBe(404);
        expect(body.error.message).toContain(named);
      });

      it.each([
        ['restart', {}, /fromRevision/],
        ['restart', { fromRevision: 'seven' }, /fromRevision/],
        [
          'restart',
          { fromRevision: 7, namespace: 'kube-system' },
          /namespace|additional/,
        ],
        ['rollback', { fromRevision: 7, toRevision: 6 }, /reason/],
        [
          'rollback',
          { fromRevision: 7, toRevision: 0, reason: 'x' },
          /toRevision/,
        ],
      ])(
        'a body that is wrong, naming the field: %s %j',
        async (command, body, field) => {
          const answer = await request(open)
            .post(`${workload}/${command}`)
            .send(body);
          expect(answer.status).toBe(400);
          expect(answer.body.error.message).toMatch(field);
        },
      );

      it('a limit that is none, naming it', async () => {
        const { status, body } = await request(open).get(
          `${entity}/records?limit=1000`,
        );
        expect(status).toBe(400);
        expect(body.error.message).toContain('limit');
      });

      it('a missing annotation, naming it and the remedy', async () => {
        const server = await start({
          annotations: { 'backstage.io/kubernetes-namespace': '' },
        });
        const { status, body } = await request(server).get(
          `${workload}/revisions`,
        );
        expect(status).toBe(400);
        expect(body.error.message).toMatch(
          /backstage.io\/kubernetes-namespace .* set it in the catalog file/,
        );
      });

      it('the clusters of AWS when no region is configured', async () => {
        const { status, body } = await request(open).get(
          '/api/eks-deploy/eks-clusters',
        );
        expect(status).toBe(501);
        expect(body.error.message).toContain('eksDeploy.aws.region');
      });
    });

    describe('commanding', () => {
      afterEach(stopAll);

      it('restarts, records it, and shows the record', async () => {
        const server = await start();
        const { status, body } = await request(server)
          .post(`${workload}/restart`)
          .send({ fromRevision: 7, reason: 'new certificate' });
        expect({ status, body }).toMatchObject({
          status: 202,
          body: { command: 'restart', requestedBy: 'user:default/mock' },
        });
        const records = await request(server).get(`${entity}/records?limit=5`);
        expect(records.body.items).toMatchObject([
          { id: body.id, reason: 'new certificate' },
        ]);
      });

      it('refuses when the user saw another Revision', async () => {
        const { status, body } = await request(await start())
          .post(`${workload}/restart`)
          .send({ fromRevision: 6 });
        expect(status).toBe(409);
        expect(body.error.message).toContain('7');
      });
    });

    it('does not start with a wrong configuration', async () => {
      const config = { eksDeploy: { environments: [] } };
      await expect(start({ config })).rejects.toThrow(
        'eksDeploy.environments: is empty',
      );
    });
  },
);
