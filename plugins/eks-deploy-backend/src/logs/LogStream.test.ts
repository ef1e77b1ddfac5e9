import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { podLogReadPermission } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import express from 'express';
import request from 'supertest';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { aTarget } from '../__testUtils__/target';
import type { LogChoice } from './chooseLogs';
import { createLogStreams } from './createLogStreams';

const apps = '/apis/apps/v1/namespaces/chat';
const pods = '/api/v1/namespaces/chat/pods';
const target = aTarget();

function aPodObject(name: string, revision: number) {
  return {
    metadata: {
      uid: name,
      name,
      labels: { app: 'chat-backend' },
      ownerReferences: [
        {
          kind: 'ReplicaSet',
          uid: `replicaset-${revision}`,
          controller: true,
        },
      ],
    },
    spec: { containers: [{ name: 'app' }, { name: 'proxy' }] },
  };
}

describe('a log stream', () => {
  let cluster: FakeCluster;
  const authorize = jest.fn();
  const resolve = jest.fn();
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => auditEvent,
  });

  beforeEach(() => {
    jest.clearAllMocks();
    authorize.mockResolvedValue(undefined);
    resolve.mockResolvedValue(target);
    cluster = new FakeCluster();
    cluster.put(`${apps}/deployments`, aDeploymentObject());
    [6, 7].forEach(revision =>
      cluster.put(`${apps}/replicasets`, aReplicaSetObject(revision)),
    );
    cluster.put(pods, aPodObject('new-1', 7));
    cluster.put(pods, aPodObject('new-2', 7));
    cluster.put(pods, aPodObject('old-1', 6));
    cluster.put(pods, aPodObject('foreign', 9));
    ['new-1', 'new-2', 'old-1'].forEach(name =>
      cluster.logs.set(`${pods}/${name}/log`, [
        `2026-01-01T00:00:00.5Z hello of ${name}`,
      ]),
    );
  });

  /** The events of a stream, by a real connection. */
  async function read(choice: LogChoice) {
    const streams = createLogStreams({
      auditor,
      authorizer: { authorize },
      targets: { resolve },
      clusters: cluster,
      recheckMs: 20,
    });
    const app = express();
    app.get('/logs', (req, res, next) => {
      streams
        .open({
          ref: target,
          workload: 'chat-backend',
          choice,
          credentials: mockCredentials.user(),
          request: req,
          response: res,
        })
        .catch(next);
    });
    app.use(
      (
        error: Error,
        _req: express.Request,
        res: express.Response,
        _next: express.NextFunction,
      ) => {
        res.status(500).json({ name: error.name, message: error.message });
      },
    );
    const { status, text } = await request(app).get('/logs');
    const events = [...text.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(
      ([, name, data]) => [name, JSON.parse(data)],
    );
    return { status, text, events };
  }

  it('is of all pods of the current Revision and no other, then ends', async () => {
    const { events } = await read({});
    expect(events).toHaveLength(3);
    expect(events).toEqual(
      expect.arrayContaining([
        [
          'line',
          {
            pod: 'new-1',
            container: 'app',
            at: '2026-01-01T00:00:00.5Z',
            text: 'hello of new-1',
          },
        ],
        ['line', expect.objectContaining({ pod: 'new-2' })],
      ]),
    );
    expect(events[2]).toEqual(['end', { reason: 'complete' }]);
  });

  it('is of another Revision, or of one pod and container, when asked', async () => {
    expect((await read({ revision: 6 })).events[0][1].pod).toBe('old-1');
    const { events } = await read({ pod: 'new-2', container: 'proxy' });
    expect(events[0][1]).toMatchObject({ pod: 'new-2', container: 'proxy' });
  });

  it('tells of a pod whose log can not be read, and goes on with the others', async () => {
    cluster.logs.delete(`${pods}/new-1/log`);
    const { events } = await read({ previous: true });
    expect(events).toContainEqual([
      'problem',
      { pod: 'new-1', message: 'it has no earlier run whose log is kept' },
    ]);
    expect(events).toContainEqual([
      'line',
      expect.objectContaining({ pod: 'new-2' }),
    ]);
  });

  it.each<[string, LogChoice, RegExp]>([
    ['a pod of another Workload', { pod: 'foreign' }, /no pod foreign/],
    ['a Revision without pods', { revision: 5 }, /no pod of revision 5/],
    [
      'a container that is not there',
      { container: 'nope' },
      /it has app, proxy/,
    ],
  ])('refuses %s', async (_, choice, message) => {
    const { status, text } = await read(choice);
    expect(status).toBe(500);
    expect(JSON.parse(text).message).toMatch(message);
  });

  it('asks for the permission of its own, and has refusals audited', async () => {
    authorize.mockRejectedValue(new NotAllowedError('no'));
    const { text } = await read({});
    expect(JSON.parse(text)).toMatchObject({ name: 'NotAllowedError' });
    expect(authorize).toHaveBeenCalledWith(
      podLogReadPermission,
      target,
      expect.anything(),
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'pod-log-read' }),
    );
    expect(auditEvent.fail).toHaveBeenCalledWith({
      error: expect.any(NotAllowedError),
      meta: expect.objectContaining({
        cluster: target.cluster,
        namespace: target.namespace,
      }),
    });
  });

  const deny = async () => {
    throw new NotAllowedError('no');
  };
  it.each<[string, () => void, string]>([
    [
      'is denied',
      () => authorize.mockImplementation(deny),
      'permission-revoked',
    ],
    [
      'is of a namespace that the configuration does not allow any more',
      () => resolve.mockImplementation(deny),
      'permission-revoked',
    ],
    [
      'belongs to another owner',
      () =>
        resolve.mockResolvedValue(aTarget({ owner: 'group:default/other' })),
      'target-changed',
    ],
    [
      'is of another namespace',
      () => resolve.mockResolvedValue(aTarget({ namespace: 'orders' })),
      'target-changed',
    ],
    [
      'is of an entity that is gone',
      () => resolve.mockRejectedValue(new NotFoundError('gone')),
      'target-changed',
    ],
    [
      'can not be checked',
      () => resolve.mockRejectedValue(new Error('catalog is down')),
      'check-failed',
    ],
  ])('ends as soon as it %s, and says so', async (_, change, reason) => {
    authorize.mockImplementationOnce(async () => change());
    const { events } = await read({ pod: 'new-1', follow: true });
    expect(events.at(-1)).toEqual(['end', { reason }]);
    // The target that is judged again is the one that was found again.
    const [, last] = authorize.mock.calls.at(-1);
    await expect(
      resolve.mock.results[authorize.mock.calls.length - 1].value,
    ).resolves.toBe(last);
  });
});
