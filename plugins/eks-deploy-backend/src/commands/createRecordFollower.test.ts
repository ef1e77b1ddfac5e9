import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { aClock } from '../__testUtils__/clock';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { aCluster, aGithub } from '../__testUtils__/outside';
import { aRecordStore, databases } from '../__testUtils__/databases';
import { aNewRecord, aScope } from '../__testUtils__/records';
import type { RecordChange } from '../records';
import type { PodObject } from '../workloads';
import { toDeploymentRow } from '../rollouts/rows';
import type { Clock } from './Clock';
import { createRecordFollower } from './createRecordFollower';

const rolloutTrail = {
  type: 'rollout' as const,
  uid: 'deployment-1',
  template: toDeploymentRow(aDeploymentObject()).template,
};
const runTrail = {
  type: 'workflow-run' as const,
  repository: { host: 'github.com', owner: 'example-org', name: 'chat' },
  workflow: 'deploy.yml',
};
const run = { id: 9, url: 'https://github.com/run/9', status: 'queued' };

/** A pod of Revision 7 that has restarted so often, and runs again. */
function aCrashingPod(restartCount: number, finishedAt: Date): PodObject {
  return {
    metadata: {
      ...{ uid: 'pod-1', name: 'chat-backend-1' },
      ownerReferences: [
        {
          ...{ apiVersion: 'apps/v1', kind: 'ReplicaSet', controller: true },
          ...{ name: 'chat-backend-7', uid: 'replicaset-7' },
        },
      ],
    },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          ...{ name: 'app', image: '', imageID: '', ready: true, restartCount },
          state: { running: {} },
          lastState: {
            terminated: { exitCode: 1, finishedAt: finishedAt.toISOString() },
          },
        },
      ],
    },
  };
}

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('on %p', databaseId => {
  async function setUp(
    change: RecordChange,
    options: {
      deployment?: ReturnType<typeof aDeploymentObject>;
      clock?: Clock;
      requestedAt?: Date;
    } = {},
  ) {
    const { clock = aClock(), requestedAt = clock.now() } = options;
    const records = await aRecordStore(databaseId, () => requestedAt);
    const { record } = await records.create(aNewRecord());
    const open = await records.transition(record.id, 'requested', {
      status: 'requested',
      ...change,
    });
    if (!open) {
      throw new Error('The record could not be prepared');
    }
    const cluster = aCluster({ deployment: options.deployment });
    const github = aGithub();
    const follower = createRecordFollower({
      records,
      clusters: cluster.client,
      github,
      clock,
      logger: mockServices.logger.mock(),
    });
    const ended = new Promise<void>(resolve => {
      records.subscribe(aScope(), ({ endedAt }) => endedAt && resolve());
    });
    const readRecord = async () => {
      const { items } = await records.list(aScope(), { limit: 1 });
      return items[0];
    };
    const end = async () => {
      await ended;
      await follower.stop();
      return readRecord();
    };
    return { cluster, end, follower, github, open, readRecord };
  }

  describe('following a rollout', () => {
    const running = { status: 'running', trail: rolloutTrail } as const;

    it('ends the record when kubectl would call the rollout complete', async () => {
      let polls = 0;
      let rollOut = () => {};
      const clock = aClock(() => {
        polls += 1;
        if (polls === 3) {
          rollOut();
        }
      });
      const deployment = aDeploymentObject({ updated: 1 });
      const set = await setUp(running, { deployment, clock });
      rollOut = () => {
        set.cluster.state.deployment = aDeploymentObject();
      };
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({
        status: 'succeeded',
        endedAt: expect.any(String),
      });
      expect(polls).toBe(3);
    });

    it('fails a rollout that is complete now and again between its crashes', async () => {
      const replicaSet = aReplicaSetObject(7, { available: 3 });
      const requestedAt = new Date('2026-03-04T05:06:07.890Z');
      let seconds = 0;
      let goOn = () => {};
      const set = await setUp(running, {
        deployment: aDeploymentObject({ updated: 1 }),
        clock: aClock(() => goOn()),
        requestedAt,
      });
      const { state } = set.cluster;
      goOn = () => {
        seconds += 2;
        const inCycle = seconds % 23;
        const crashedAt = requestedAt.getTime() + (seconds - inCycle) * 1000;
        // One crash came before it was complete; from then on it is ready for 15 s and away for 8 s.
        state.deployment = aDeploymentObject({ updated: inCycle < 15 ? 3 : 2 });
        state.pods = [
          aCrashingPod(1 + Math.floor(seconds / 23), new Date(crashedAt)),
        ];
      };
      state.replicaSets = [replicaSet];
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({
        status: 'failed',
        message: expect.stringMatching(/^The rollout did not stay complete: /),
      });
      expect(seconds).toBeGreaterThan(600);
    });

    it('goes on over a cluster that does not answer for a while', async () => {
      const set = await setUp(running, { deployment: aDeploymentObject() });
      set.cluster.client.get.mockRejectedValueOnce(
        new ServiceUnavailableError('away'),
      );
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({ status: 'succeeded' });
    });

    it('gives up when nothing moves for longer than the progress deadline', async () => {
      const deployment = aDeploymentObject({ updated: 1 });
      const set = await setUp(running, { deployment });
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({ status: 'unknown' });
    });

    it('leaves the record as it is when the portal stops', async () => {
      const deployment = aDeploymentObject({ updated: 1 });
      let stop = () => {};
      const clock = aClock(() => stop());
      const set = await setUp(running, { deployment, clock });
      const stopped = new Promise<void>(resolve => {
        stop = () => resolve(set.follower.stop());
      });
      set.follower.follow(set.open);
      await stopped;
      await expect(set.readRecord()).resolves.toMatchObject({
        status: 'running',
      });
    });
  });

  describe('following a workflow run', () => {
    const running = { status: 'running', trail: runTrail } as const;

    it('finds the run, shows its status and ends with its conclusion', async () => {
      const set = await setUp(running);
      const completed = { ...run, status: 'completed', conclusion: 'success' };
      set.github.findWorkflowRun
        .mockResolvedValueOnce(undefined)
        .mockResolvedValueOnce(run);
      set.github.getWorkflowRun
        .mockResolvedValueOnce({
          run: { ...run, status: 'in_progress' },
          etag: 'e',
        })
        .mockResolvedValueOnce(undefined)
        .mockResolvedValueOnce({ run: completed });
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({
        status: 'succeeded',
        workflowRun: completed,
      });
      expect(
        set.github.getWorkflowRun.mock.calls.map(([{ etag }]) => etag),
      ).toEqual([undefined, 'e', 'e']);
    });

    it.each([
      ['failure', 'The deploy workflow failed; its run says why.'],
      ['cancelled', 'The deploy workflow was cancelled.'],
    ])(
      'ends with a %s, also where its jobs can’t be read',
      async (conclusion, message) => {
        const set = await setUp({ ...running, workflowRun: run });
        set.github.getWorkflowRun.mockResolvedValue({
          run: { ...run, status: 'completed', conclusion },
        });
        set.github.listWorkflowJobs.mockRejectedValue(
          new ServiceUnavailableError('away'),
        );
        set.follower.follow(set.open);
        await expect(set.end()).resolves.toMatchObject({
          status: 'failed',
          message,
        });
      },
    );

    const began = { name: 'deploy', began: true };
    const newer = {
      id: 10,
      url: 'https://github.com/run/10',
      status: 'queued',
    };
    it.each([
      {
        it: 'a step that failed',
        conclusion: 'failure',
        jobs: [
          { ...began, name: 'build', conclusion: 'success' },
          {
            ...began,
            conclusion: 'failure',
            failedStep: 'Apply and wait for the rollout',
            url: 'https://github.com/run/9/job/2',
          },
        ],
        record: {
          status: 'failed',
          message:
            "The deploy workflow failed in job 'deploy', step 'Apply and wait for the rollout'.",
          workflowRun: {
            failedJob: {
              name: 'deploy',
              url: 'https://github.com/run/9/job/2',
            },
          },
        },
      },
      {
        it: 'a job that ran out of time',
        conclusion: 'timed_out',
        jobs: [{ ...began, conclusion: 'timed_out' }],
        record: {
          status: 'failed',
          message: "The deploy workflow ran out of time in job 'deploy'.",
        },
      },
      {
        it: 'a run that GitHub dropped for a newer one',
        conclusion: 'cancelled',
        newerRun: newer,
        record: {
          status: 'superseded',
          message:
            'GitHub dropped the run for a newer one, 10, before any of its jobs began.',
        },
      },
      {
        it: 'a run that was cancelled while it waited',
        conclusion: 'cancelled',
        jobs: [{ ...began, began: false, conclusion: 'cancelled' }],
        record: {
          status: 'failed',
          message:
            'The deploy workflow was cancelled before any of its jobs began.',
        },
      },
      {
        it: 'a run that was cancelled at work, with a newer one behind it',
        conclusion: 'cancelled',
        jobs: [{ ...began, conclusion: 'cancelled' }],
        newerRun: newer,
        record: {
          status: 'failed',
          message: 'The deploy workflow was cancelled.',
        },
      },
    ])('says of $it what it was', async given => {
      const set = await setUp({ ...running, workflowRun: run });
      const { conclusion, jobs = [] } = given;
      set.github.getWorkflowRun.mockResolvedValue({
        run: { ...run, status: 'completed', conclusion },
      });
      set.github.listWorkflowJobs.mockResolvedValue(jobs);
      set.github.findNewerRun.mockResolvedValue(given.newerRun);
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject(given.record);
    });

    it('does not wait for ever for a run that never appears', async () => {
      const set = await setUp(running);
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({
        status: 'unknown',
        message: expect.stringContaining('run-name'),
      });
    });
  });

  describe('taking up what another replica left behind', () => {
    const longAgo = new Date('2026-03-04T04:00:00.000Z');

    it('follows a change that was made, though its answer got lost', async () => {
      const set = await setUp(
        { trail: rolloutTrail },
        { deployment: aDeploymentObject(), requestedAt: longAgo },
      );
      set.follower.start();
      await expect(set.end()).resolves.toMatchObject({ status: 'succeeded' });
    });

    it('finds a change that was made late', async () => {
      let polls = 0;
      let arrive = () => {};
      const clock = aClock(() => {
        polls += 1;
        if (polls === 3) {
          arrive();
        }
      });
      const set = await setUp(
        { trail: rolloutTrail },
        { deployment: aDeploymentObject({ tag: '1.6' }), clock },
      );
      arrive = () => {
        set.cluster.state.deployment = aDeploymentObject();
      };
      set.follower.follow(set.open);
      await expect(set.end()).resolves.toMatchObject({ status: 'succeeded' });
    });

    it('says that a change was not made once it no longer can be', async () => {
      const clock = aClock();
      const set = await setUp(
        { trail: { ...rolloutTrail, fromGeneration: 4 } },
        { deployment: aDeploymentObject({ tag: '1.6' }), clock },
      );
      set.follower.follow(set.open);
      const { status, endedAt = '', requestedAt, message } = await set.end();
      expect({ status, message }).toEqual({
        status: 'failed',
        message: 'The change was not made: the Workload is as it was before.',
      });
      expect(Date.parse(endedAt) - Date.parse(requestedAt)).toBeGreaterThan(
        120_000,
      );
    });

    it.each([
      ['a change with no trace', { trail: rolloutTrail }, 'unknown'],
      ['a dispatch with no run', { trail: runTrail }, 'unknown'],
      ['a command that never came to act', {}, 'failed'],
    ])('ends the record of %s', async (_, change, status) => {
      const set = await setUp(change, {
        deployment: aDeploymentObject({ tag: '1.6' }),
        requestedAt: longAgo,
      });
      set.follower.start();
      await expect(set.end()).resolves.toMatchObject({ status });
    });

    it.each([
      ['the cluster', { trail: rolloutTrail }],
      ['GitHub', { trail: runTrail }],
    ])('ends the record when %s never answers', async (_, change) => {
      const set = await setUp(change, { requestedAt: longAgo });
      const away = new ServiceUnavailableError('away');
      set.cluster.client.get.mockRejectedValue(away);
      set.github.findWorkflowRun.mockRejectedValue(away);
      set.follower.start();
      await expect(set.end()).resolves.toMatchObject({
        status: 'unknown',
        message: expect.stringContaining('could not be read'),
      });
    });

    it('leaves a command alone that another replica may be at', async () => {
      const statuses: string[] = [];
      let look = async () => {};
      const clock = aClock(() => look());
      const set = await setUp({}, { clock });
      look = async () => {
        const { status } = await set.readRecord();
        statuses.push(status);
      };
      set.follower.start();
      await expect(set.end()).resolves.toMatchObject({ status: 'failed' });
      // It looks every minute, and a command ends within two.
      expect(statuses.slice(0, 3)).toEqual(Array(3).fill('requested'));
    });
  });
});
