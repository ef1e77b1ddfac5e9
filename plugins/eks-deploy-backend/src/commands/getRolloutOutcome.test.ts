import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import {
  toDeploymentRow,
  toReplicaSetRow,
  type PodRow,
} from '../rollouts/rows';
import { getRolloutOutcome } from './getRolloutOutcome';

type Differs = Parameters<typeof aDeploymentObject>[0];

const trail = {
  type: 'rollout' as const,
  uid: 'deployment-1',
  template: toDeploymentRow(aDeploymentObject()).template,
};

describe('getRolloutOutcome', () => {
  it.each([
    ['is not observed yet', { observedGeneration: 3 }],
    ['still updates', { updated: 2 }],
    ['is paused', { paused: true }],
  ])('goes on while the Deployment %s', (_, differs) => {
    expect(getRolloutOutcome(aDeploymentObject(differs), trail)).toBe(
      undefined,
    );
  });

  it.each([
    ['complete', {}, 'succeeded'],
    ['scaled meanwhile and complete', { generation: 9 }, 'succeeded'],
    ['over its progress deadline', { updated: 1, late: true }, 'failed'],
    ['changed by another', { tag: '1.8' }, 'superseded'],
    ['created anew', { uid: 'deployment-2' }, 'superseded'],
  ])('ends when the Deployment is %s', (_, differs, status) => {
    const outcome = getRolloutOutcome(aDeploymentObject(differs), trail);
    expect(outcome?.status).toBe(status);
  });

  describe('with a look at its pods', () => {
    const now = new Date('2026-01-01T01:00:00.000Z');
    const own = toReplicaSetRow(aReplicaSetObject(7, { available: 3 }));
    const crashing = (restarts: number, secondsAgo: number) => ({
      ...{ uid: 'p', name: 'p', controller: own.uid, phase: 'Running' },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', terminating: false },
      ...{ gates: [], conditions: [], wasReady: false },
      containers: [
        {
          ...{ name: 'app', init: false, ready: true, running: true },
          restarts,
          lastTerminated: {
            ...{ reason: 'Error', exitCode: 1 },
            finishedAt: new Date(
              now.getTime() - secondsAgo * 1000,
            ).toISOString(),
          },
        },
      ],
    });
    const judge = (
      pods: PodRow[],
      { overdue = false, ...differs }: Differs & { overdue?: boolean } = {},
    ) =>
      getRolloutOutcome(aDeploymentObject(differs), trail, {
        ...{ replicaSets: [own], pods, now, overdue },
      })?.status;

    it.each([
      ['without a restart', 0, 0, 'succeeded'],
      ['with a crash a moment ago', 1, 15, undefined],
      ['with one crash, but quiet since', 1, 61, 'succeeded'],
      ['between two of several crashes', 4, 61, undefined],
      ['with many crashes, but quiet since', 9, 601, 'succeeded'],
    ])('is complete %s', (_, restarts, secondsAgo, status) => {
      expect(judge([crashing(restarts, secondsAgo)])).toBe(status);
    });

    it.each([
      ['it goes on crashing', 5, {}, 'failed'],
      [
        'it goes on crashing and is never complete',
        5,
        { updated: 3, available: 2 },
        'failed',
      ],
      ['it crashes and still creates pods', 5, { updated: 2 }, undefined],
      ['it crashed once', 1, {}, undefined],
      ['it never crashed and still moves', 0, { updated: 2 }, undefined],
    ])('judges by its deadline when %s', (_, restarts, differs, status) => {
      const pods = [crashing(restarts, 15)];
      expect(judge(pods, { ...differs, overdue: true })).toBe(status);
    });

    it('goes on past its deadline while a pod starts that never crashed', () => {
      const [container] = crashing(0, 0).containers;
      const starting = {
        ...crashing(0, 0),
        containers: [{ ...container, ready: false, lastTerminated: undefined }],
      };
      const differs = { updated: 3, available: 2, overdue: true };
      expect(judge([crashing(5, 15), starting], differs)).toBeUndefined();
    });

    it('names what it crashes of', () => {
      const waiting = { reason: 'CrashLoopBackOff', message: 'back-off' };
      const [container] = crashing(5, 15).containers;
      const pod = {
        ...crashing(5, 15),
        containers: [{ ...container, ready: false, running: false, waiting }],
      };
      expect(
        getRolloutOutcome(aDeploymentObject({ available: 2 }), trail, {
          ...{ replicaSets: [own], pods: [pod], now, overdue: true },
        })?.message,
      ).toMatch(
        /^The rollout did not become complete: its containers go on restarting: .*exit code 1/,
      );
    });

    it('leaves the pods of an earlier Revision out of account', () => {
      const pod = { ...crashing(5, 15), controller: 'replicaset-6' };
      expect(judge([pod])).toBe('succeeded');
    });

    it.each([
      ['was complete', 3, 0, [], 'succeeded'],
      ['was complete and quiet', 3, 0, [crashing(6, 700)], 'succeeded'],
      [
        'was complete between two crashes',
        3,
        0,
        [crashing(6, 5)],
        'superseded',
      ],
      ['had not all its pods', 2, 0, [], 'superseded'],
      ['left older pods', 3, 1, [], 'superseded'],
    ])(
      'decides what %s when another change came',
      (_, available, older, pods, status) => {
        const outcome = getRolloutOutcome(
          aDeploymentObject({ tag: '1.8', revision: 8 }),
          trail,
          {
            replicaSets: [
              toReplicaSetRow(aReplicaSetObject(6, { available: older })),
              toReplicaSetRow(aReplicaSetObject(7, { available })),
              toReplicaSetRow(
                aReplicaSetObject(8, { tag: '1.8', available: 1 }),
              ),
            ],
            ...{ pods, now, overdue: false },
          },
        );
        expect(outcome?.status).toBe(status);
      },
    );
  });

  it('is superseded when the Deployment is gone', () => {
    expect(getRolloutOutcome(undefined, trail)?.status).toBe('superseded');
  });
});
