import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
  ClusterRejectedError,
  GithubRateLimitError,
  OutcomeUnknownError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { aClock } from '../__testUtils__/clock';
import {
  aDeploymentObject,
  aReplicaSetObject,
  type ObjectDiffers,
} from '../__testUtils__/objects';
import { aCluster, aGithub } from '../__testUtils__/outside';
import { aRecordStore, databases } from '../__testUtils__/databases';
import { aScope } from '../__testUtils__/records';
import { aTarget } from '../__testUtils__/target';
import { TooManyRequestsError } from '../http';
import { createRolloutCommands } from './createRolloutCommands';

const ref = { entityRef: 'component:default/chat', environment: 'production' };
const context = { credentials: mockCredentials.user('user:default/guest') };
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('on %p', databaseId => {
  async function setUp(differs: ObjectDiffers = {}) {
    const clock = aClock();
    const records = await aRecordStore(databaseId, clock.now);
    const cluster = aCluster({
      deployment: aDeploymentObject(differs),
      replicaSets: [
        aReplicaSetObject(5),
        aReplicaSetObject(7, { available: 3 }),
      ],
    });
    const github = aGithub();
    const auditEvent = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: async () => auditEvent,
    });
    const authorize = jest.fn(async (..._: unknown[]) => {});
    const follow = jest.fn();
    const logger = mockServices.logger.mock();
    const resolve = jest.fn(async () => aTarget());
    const commands = createRolloutCommands({
      auditor,
      authorizer: { authorize },
      targets: { resolve },
      records,
      follow,
      clusters: cluster.client,
      github,
      clock,
      logger,
    });
    const listRecords = async () =>
      (await records.list(aScope(), { limit: 10 })).items;
    return {
      ...{ auditEvent, auditor, authorize, cluster, commands, follow },
      ...{ github, listRecords, logger, records, resolve },
    };
  }

  describe('restart', () => {
    const body = { fromRevision: 7, reason: 'Because' };

    it('writes once and answers with a running record that is followed', async () => {
      const { cluster, commands, follow, auditEvent } = await setUp();
      const record = await commands.restart(ref, 'chat-backend', body, context);
      expect(record).toMatchObject({
        command: 'restart',
        status: 'running',
        requestedBy: 'user:default/guest',
        cluster: 'production',
        namespace: 'chat',
        reason: 'Because',
        fromRevision: 7,
      });
      expect(cluster.client.patch).toHaveBeenCalledTimes(1);
      expect(
        cluster.state.deployment?.spec?.template.metadata?.annotations,
      ).toEqual({ [RESTARTED_AT]: '2026-03-04T05:06:07Z' });
      expect(follow).toHaveBeenCalledWith({
        record,
        trail: {
          type: 'rollout',
          uid: 'deployment-1',
          template: expect.any(String),
          written: true,
        },
      });
      expect(auditEvent.success).toHaveBeenCalledWith({
        meta: {
          owner: 'group:default/team-chat',
          cluster: 'production',
          namespace: 'chat',
          kubernetesId: 'chat',
          repository: 'github.com/example-org/chat',
          workflow: 'deploy.yml',
          recordId: record.id,
        },
      });
    });

    it('ends an earlier rollout that is complete before it hides that it was', async () => {
      const { cluster, commands, listRecords } = await setUp();
      const { id } = await commands.restart(
        ...([ref, 'chat-backend', body, context] as const),
      );
      const { deployment } = cluster.state;
      Object.assign(deployment?.status ?? {}, {
        observedGeneration: deployment?.metadata?.generation,
      });
      await commands.restart(ref, 'chat-backend', body, context);
      const first = (await listRecords()).find(record => record.id === id);
      expect(first).toMatchObject({ status: 'succeeded' });
    });

    it('has the permission decided on the very target that it acts on', async () => {
      const { authorize, commands, resolve } = await setUp();
      await commands.restart(ref, 'chat-backend', body, context);
      expect(resolve).toHaveBeenCalledTimes(1);
      const [, judged] = authorize.mock.calls[0];
      await expect(resolve.mock.results[0].value).resolves.toBe(judged);
    });

    it('has its record before it acts', async () => {
      const { cluster, commands, listRecords } = await setUp();
      const statuses: string[] = [];
      cluster.client.patch.mockImplementation(async () => {
        statuses.push((await listRecords())[0].status);
        return aDeploymentObject();
      });
      await commands.restart(ref, 'chat-backend', body, context);
      expect(statuses).toEqual(['requested']);
    });

    it('is denied before anything is read or recorded, and the audit says so', async () => {
      const { authorize, auditEvent, cluster, commands, listRecords } =
        await setUp();
      authorize.mockRejectedValue(new NotAllowedError('no'));
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).rejects.toThrow(NotAllowedError);
      expect(cluster.client.get).not.toHaveBeenCalled();
      await expect(listRecords()).resolves.toEqual([]);
      expect(auditEvent.fail).toHaveBeenCalledWith({
        error: expect.any(NotAllowedError),
        meta: expect.objectContaining({
          cluster: 'production',
          namespace: 'chat',
          repository: 'github.com/example-org/chat',
        }),
      });
    });

    it('tells the audit what was asked, but not why', async () => {
      const { auditor, commands } = await setUp();
      await commands.restart(ref, 'chat-backend', body, context);
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'rollout-command',
        severityLevel: 'medium',
        request: undefined,
        meta: {
          command: 'restart',
          ...ref,
          workload: 'chat-backend',
          fromRevision: 7,
        },
      });
    });

    it.each([
      ['does not exist', 'chat-other', {}],
      ["is another component's", 'chat-backend', { labels: {} }],
    ])('misses a Workload that %s', async (_, workload, differs) => {
      const { cluster, commands } = await setUp(differs);
      await expect(
        commands.restart(ref, workload, body, context),
      ).rejects.toThrow(
        `component:default/chat has no Workload '${workload}' in production`,
      );
      expect(cluster.client.patch).not.toHaveBeenCalled();
    });

    it.each([
      ['moved on', { revision: 8 }, /at revision 8/],
      ['is paused', { paused: true }, /paused/],
    ])('conflicts when the Workload %s', async (_, differs, message) => {
      const { cluster, commands, listRecords } = await setUp(differs);
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).rejects.toThrow(message);
      expect(cluster.client.patch).not.toHaveBeenCalled();
      await expect(listRecords()).resolves.toMatchObject([
        { status: 'failed', message: expect.stringMatching(message) },
      ]);
    });

    it.each<[Error, string, number]>([
      [new TooManyRequestsError('Too many lists', 5), 'Too many lists.', 0],
      [
        new TypeError('canary'),
        "The command failed; the backend's log says why.",
        1,
      ],
    ])(
      'says in its record or in the log why planning fails: %s',
      async (failure, message, logged) => {
        const { cluster, commands, listRecords, logger } = await setUp();
        cluster.client.get.mockRejectedValue(failure);
        await expect(
          commands.restart(ref, 'chat-backend', body, context),
        ).rejects.toThrow(failure);
        await expect(listRecords()).resolves.toMatchObject([
          { status: 'failed', message },
        ]);
        expect(logger.error).toHaveBeenCalledTimes(logged);
      },
    );

    it('restarts once on a double click', async () => {
      const { cluster, commands } = await setUp();
      const clicks = await Promise.allSettled([
        commands.restart(ref, 'chat-backend', body, context),
        commands.restart(ref, 'chat-backend', body, context),
      ]);
      expect(clicks.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(cluster.state.deployment?.metadata?.generation).toBe(5);
    });

    it('writes nothing once its record was given up', async () => {
      const { cluster, commands, listRecords, records } = await setUp();
      cluster.client.get.mockImplementation(async () => {
        const [{ id }] = await listRecords();
        await records.transition(id, 'requested', { status: 'failed' });
        return aDeploymentObject();
      });
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).rejects.toThrow('nothing was changed; try again');
      expect(cluster.client.patch).not.toHaveBeenCalled();
    });

    it.each([
      ['its answer got lost', new OutcomeUnknownError('It is not known')],
      ['something breaks that nobody foresaw', new TypeError('canary')],
    ])('finds out what became of its write when %s', async (_, lost) => {
      const { cluster, commands, follow, listRecords } = await setUp();
      cluster.client.patch.mockRejectedValue(lost);
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).rejects.toThrow(lost);
      const [record] = await listRecords();
      expect(record).toMatchObject({
        status: 'requested',
        message: expect.stringMatching(/^It is not known whether the change/),
      });
      expect(follow).toHaveBeenCalledWith({
        record,
        trail: expect.objectContaining({ fromGeneration: 4 }),
      });
    });

    it('stands by its change when its record can no longer be written', async () => {
      const { commands, follow, records } = await setUp();
      const { transition } = records;
      jest
        .spyOn(records, 'transition')
        .mockImplementation((id, from, change) =>
          change.status === 'running'
            ? Promise.reject(new ServiceUnavailableError('database'))
            : transition(id, from, change),
        );
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).resolves.toMatchObject({ status: 'requested' });
      expect(follow).toHaveBeenCalledTimes(1);
    });
  });

  describe('rollback', () => {
    const body = { fromRevision: 7, toRevision: 5, reason: 'Bad build' };

    it('brings the template of the chosen revision back', async () => {
      const { cluster, commands } = await setUp();
      await expect(
        commands.rollback(ref, 'chat-backend', body, context),
      ).resolves.toMatchObject({
        command: 'rollback',
        status: 'running',
        fromRevision: 7,
        toRevision: 5,
      });
      expect(cluster.state.deployment?.spec?.template).toEqual(
        aDeploymentObject({ revision: 5 }).spec?.template,
      );
    });

    it('misses a revision that is gone', async () => {
      const { commands } = await setUp();
      await expect(
        commands.rollback(
          ref,
          'chat-backend',
          { ...body, toRevision: 4 },
          context,
        ),
      ).rejects.toThrow('chat-backend has no revision 4; it can go back to 5');
    });
  });

  describe('redeploy', () => {
    const body = { fromRevision: 7 };
    const run = { id: 9, url: 'https://github.com/run/9', status: 'queued' };

    it('dispatches the deploy workflow for the image that serves, with its record as request id', async () => {
      const { commands, github } = await setUp();
      github.dispatchWorkflow.mockResolvedValue(run);
      const record = await commands.redeploy(
        ref,
        'chat-backend',
        body,
        context,
      );
      expect(record).toMatchObject({
        status: 'running',
        image: expect.stringMatching(/chat-backend:1\.7$/),
        workflowRun: run,
      });
      expect(github.dispatchWorkflow).toHaveBeenCalledWith({
        repository: aTarget().repository,
        workflow: 'deploy.yml',
        inputs: expect.objectContaining({
          tier: 'backend',
          environment: 'production',
          'request-id': record.id,
        }),
      });
    });

    it('dispatches once on a double click', async () => {
      const { commands, github } = await setUp();
      github.dispatchWorkflow.mockResolvedValue(run);
      await commands.redeploy(ref, 'chat-backend', body, context);
      await expect(
        commands.redeploy(ref, 'chat-backend', body, context),
      ).rejects.toThrow('is under way');
      expect(github.dispatchWorkflow).toHaveBeenCalledTimes(1);
    });

    const denied = aTarget({
      deployWorkflow: {
        problem: { kind: 'not-allowed', message: 'not yours', remedy: 'ask' },
      },
    });

    it('dispatches nothing that the configuration does not allow', async () => {
      const { auditEvent, cluster, commands, github, listRecords, resolve } =
        await setUp();
      resolve.mockResolvedValue(denied);
      await expect(
        commands.redeploy(ref, 'chat-backend', body, context),
      ).rejects.toThrow(new NotAllowedError('not yours: ask'));
      expect(github.dispatchWorkflow).not.toHaveBeenCalled();
      expect(cluster.client.get).not.toHaveBeenCalled();
      const [{ id, status }] = await listRecords();
      expect(status).toBe('failed');
      expect(auditEvent.fail).toHaveBeenCalledWith({
        error: expect.any(NotAllowedError),
        meta: expect.objectContaining({
          repository: 'github.com/example-org/chat',
          recordId: id,
        }),
      });
    });

    it('restarts all the same where no workflow is allowed', async () => {
      const { commands, resolve } = await setUp();
      resolve.mockResolvedValue(denied);
      await expect(
        commands.restart(ref, 'chat-backend', body, context),
      ).resolves.toMatchObject({ status: 'running' });
    });
  });

  const definite = [
    new ClusterRejectedError('its policy denies it: use release 2.'),
    new ClusterDeniedError('no right'),
    new ClusterBusyError('busy'),
    new ClusterGoneError('gone'),
    new TooManyRequestsError('wait', 5),
    new ConflictError('changed'),
    new NotFoundError('gone'),
    new InputError('no such input'),
    new ServiceUnavailableError('webhook'),
    new GithubRateLimitError('limited', new Date()),
  ];

  it.each(
    definite.flatMap(error => [
      { command: 'restart' as const, error },
      { command: 'redeploy' as const, error },
    ]),
  )('fails at once when a $command is answered $error', async given => {
    const { cluster, commands, follow, github, listRecords } = await setUp();
    cluster.client.patch.mockRejectedValue(given.error);
    github.dispatchWorkflow.mockRejectedValue(given.error);
    await expect(
      commands[given.command](
        ref,
        'chat-backend',
        { fromRevision: 7 },
        context,
      ),
    ).rejects.toThrow(given.error);
    await expect(listRecords()).resolves.toMatchObject([
      {
        status: 'failed',
        endedAt: expect.any(String),
        message: `${given.error.message.replace(/\.$/, '')}.`,
      },
    ]);
    expect(follow).not.toHaveBeenCalled();
  });

  it.each(['restart', 'rollback', 'redeploy'] as const)(
    'does not %s what an Argo Rollout runs, and its record says so',
    async command => {
      const { cluster, commands, github, listRecords } = await setUp({
        desired: 0,
      });
      cluster.state.argoRollouts = [
        {
          metadata: {
            name: 'chat',
            labels: { 'backstage.io/kubernetes-id': 'chat' },
          },
          spec: { workloadRef: { kind: 'Deployment', name: 'chat-backend' } },
        },
      ];
      const body = { fromRevision: 7, toRevision: 5, reason: 'Bad build' };
      await expect(
        commands[command](ref, 'chat-backend', body, context),
      ).rejects.toThrow('is run by the Argo Rollout chat');
      expect(cluster.client.patch).not.toHaveBeenCalled();
      expect(github.dispatchWorkflow).not.toHaveBeenCalled();
      await expect(listRecords()).resolves.toMatchObject([
        { status: 'failed', message: expect.stringContaining('Argo Rollout') },
      ]);
    },
  );
});
