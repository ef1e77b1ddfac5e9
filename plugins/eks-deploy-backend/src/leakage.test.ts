import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import request from 'supertest';
import { canaryObjects, SHOWN_ON_PURPOSE } from './__testUtils__/canaries';
import { aDatabaseService, databases } from './__testUtils__/databases';
import { anEntity } from './__testUtils__/entities';
import { FakeCluster } from './__testUtils__/FakeCluster';
import { fakeKubernetesPlugin } from './__testUtils__/fakeKubernetesPlugin';
import { aDeploymentObject, aReplicaSetObject } from './__testUtils__/objects';
import { eksDeployPlugin } from './plugin';

const CANARY = 'canary-5f3a';
const entity = '/api/eks-deploy/entities/component/default/chat';
const workload = `${entity}/environments/staging/workloads/chat-backend`;
const apps = '/apis/apps/v1/namespaces/chat';
const allow = [{ owners: ['*'], namespaces: ['chat'] }];

/** An object with a secret wherever one could be. */
function withCanaries<
  T extends ReturnType<typeof aDeploymentObject | typeof aReplicaSetObject>,
>(object: T): T {
  Object.assign(object.metadata?.annotations ?? {}, {
    'kubectl.kubernetes.io/last-applied-configuration': `{"env":"${CANARY}"}`,
    'kubernetes.io/change-cause': `kubectl set env DB_PASSWORD=${CANARY}`,
  });
  for (const container of object.spec?.template?.spec?.containers ?? []) {
    container.env = [{ name: 'DB_PASSWORD', value: CANARY }];
    container.args = [`--token=${CANARY}`];
  }
  return object;
}

/** Any object with a secret in an annotation. */
const withAnnotation = {
  metadata: {
    uid: 'annotated',
    name: 'chat-backend',
    labels: { 'backstage.io/kubernetes-id': 'chat' },
    annotations: { 'alb.ingress.kubernetes.io/auth': CANARY },
  },
};

/** An Event whose message quotes what a program wrote. */
const event = {
  metadata: { uid: 'event-1', name: 'chat-backend-7-abcde.1' },
  type: 'Warning',
  reason: 'Unhealthy',
  message: `Readiness probe failed: ${CANARY}`,
  involvedObject: { kind: 'Pod', name: 'chat-backend-7-abcde', uid: 'pod-1' },
  count: 3,
  firstTimestamp: '2026-01-01T00:00:00Z',
  lastTimestamp: '2026-01-01T00:10:00Z',
};

/** A pod that can't start, with a node that says too much. */
const pod = {
  metadata: {
    uid: 'pod-1',
    name: 'chat-backend-7-abcde',
    labels: { app: 'chat-backend' },
    ownerReferences: [
      { kind: 'ReplicaSet', uid: 'replicaset-7', controller: true },
    ],
  },
  spec: { containers: [{ env: [{ name: 'TOKEN', value: CANARY }] }] },
  status: {
    phase: 'Pending',
    containerStatuses: [
      {
        name: 'app',
        ready: false,
        restartCount: 0,
        state: {
          waiting: {
            reason: 'CreateContainerConfigError',
            message: `couldn't resolve: password="${CANARY} ${CANARY}"`,
          },
        },
        lastState: { terminated: { exitCode: 1, message: CANARY } },
      },
    ],
  },
};

describe.each(databases.eachSupportedId())(
  'a secret in the cluster, with %p',
  databaseId => {
    let backend: TestBackend;
    const cluster = new FakeCluster();
    const logger = mockServices.rootLogger.mock();
    logger.child.mockImplementation(() => logger);
    const auditEvent = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: async () => auditEvent,
    });

    beforeAll(async () => {
      cluster.put(
        `${apps}/deployments`,
        withCanaries(aDeploymentObject({ updated: 1 })),
      );
      cluster.put(`${apps}/replicasets`, withCanaries(aReplicaSetObject(7)));
      cluster.put(`${apps}/replicasets`, withCanaries(aReplicaSetObject(6)));
      cluster.put('/api/v1/namespaces/chat/pods', pod);
      cluster.put('/api/v1/namespaces/chat/events', event);
      cluster.put('/api/v1/namespaces/chat/events', {
        ...event,
        metadata: { uid: 'event-2', name: 'chat-backend-7-abcde.2' },
        ...{
          reason: 'FailedPreStopHook',
          message: `PreStopHook failed: ${CANARY}`,
        },
      });
      for (const kind of ['statefulsets', 'daemonsets']) {
        const set = withCanaries(aDeploymentObject({ name: kind, uid: kind }));
        cluster.put(`${apps}/${kind}`, set);
      }
      cluster.put(
        '/apis/argoproj.io/v1alpha1/namespaces/chat/rollouts',
        withCanaries(aDeploymentObject({ name: 'rollouts', uid: 'rollouts' })),
      );
      cluster.put(
        '/apis/autoscaling/v2/namespaces/chat/horizontalpodautoscalers',
        { ...withAnnotation, ...{ spec: { scaleTargetRef: {} } } },
      );
      cluster.put(
        '/apis/networking.k8s.io/v1/namespaces/chat/ingresses',
        withAnnotation,
      );
      for (const [collection, objects] of Object.entries(canaryObjects)) {
        objects.forEach(object => cluster.put(collection, object));
      }
      for (const kind of ['secrets', 'configmaps']) {
        cluster.put(`/api/v1/namespaces/chat/${kind}`, {
          metadata: { uid: kind, name: 'chat-backend' },
          ...{ data: { value: CANARY } },
        });
      }
      backend = await startTestBackend({
        features: [
          eksDeployPlugin,
          fakeKubernetesPlugin(() => cluster),
          catalogServiceMock.factory({ entities: [anEntity()] }),
          mockServices.rootConfig.factory({
            data: {
              backend: { baseUrl: 'http://127.0.0.1' },
              eksDeploy: {
                environments: [{ name: 'staging', cluster: 'staging', allow }],
              },
            },
          }),
          logger.factory,
          auditor.factory,
          await aDatabaseService(databaseId),
        ],
      });
    });

    afterAll(() => backend.stop());

    /** Everything that left the backend but the given answer. */
    const said = () =>
      JSON.stringify([
        [logger.debug, logger.info, logger.warn, logger.error].map(
          ({ mock }) => mock.calls,
        ),
        auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
        auditEvent.fail.mock.calls.map(([{ error }]) => String(error.stack)),
      ]);

    it.each([
      `${entity}/rollouts`,
      `${entity}/records`,
      `${workload}/revisions`,
      `${workload}/revisions/6/diff`,
      `${workload}/pods`,
      `${workload}/events`,
      '/api/eks-deploy/fleet',
    ])('is in no answer: %s', async path => {
      const { status, text } = await request(backend.server).get(path);
      expect(status).toBe(200);
      expect(text).not.toContain(CANARY);
      expect(said()).not.toContain(CANARY);
    });

    it.each([
      `${entity}/rollouts`,
      ...['revisions', 'revisions/1/diff', 'pods', 'events'].map(
        part => `${entity}/environments/staging/workloads/canary/${part}`,
      ),
      '/api/eks-deploy/fleet',
    ])('has no form that passes: %s', async path => {
      const { status, text } = await request(backend.server).get(path);
      expect(status).toBe(200);
      const found = `${text}${said()}`.match(/CANARY[a-z]+\d?x9Q/g) ?? [];
      expect(
        [...new Set(found)].filter(value => !SHOWN_ON_PURPOSE.includes(value)),
      ).toEqual([]);
    });

    it('is in what a container wrote and nowhere else, for whom may read that', async () => {
      const log = '/api/v1/namespaces/chat/pods/chat-backend-7-abcde/log';
      cluster.logs.set(log, [`2026-01-01T00:00:00Z ${CANARY}`]);
      const { text } = await request(backend.server).get(`${workload}/logs`);
      expect(text).toContain(CANARY);
      expect(said()).not.toContain(CANARY);
    });

    it('does not keep the answer from saying what is wrong', async () => {
      const { body } = await request(backend.server).get(`${entity}/rollouts`);
      const rollouts: Rollout[] = body.environments[0].rollouts;
      expect(
        rollouts.find(({ workload: name }) => name === 'chat-backend'),
      ).toMatchObject({
        changeCause: 'kubectl set env DB_PASSWORD=***',
        status: {
          cause: {
            kind: 'missing-config',
            message: "couldn't resolve: password=***",
          },
        },
      });
    });

    it.each([
      ['done', undefined],
      ['that the cluster refuses, saying why', 422],
      ['that the cluster fails at', 500],
    ])('is in nothing of a command %s', async (_, refusal) => {
      cluster.refusal =
        refusal === undefined
          ? undefined
          : {
              status: refusal,
              message: `Deployment "chat-backend" is invalid: spec.template.spec.containers[0].env[0].value: Invalid value: "${CANARY}": is refused by Bearer ${CANARY}`,
            };
      const { text } = await request(backend.server)
        .post(`${workload}/rollback`)
        .send({ fromRevision: 7, toRevision: 6, reason: 'slower' });
      expect(text).not.toContain(CANARY);
      const records = await request(backend.server).get(`${entity}/records`);
      expect(records.text).not.toContain(CANARY);
      expect(said()).not.toContain(CANARY);
    });
  },
);
