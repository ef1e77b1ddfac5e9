import { aDeployment, aReplicaSet } from '../../testing/objects';
import { findCondition, newCondition } from '../conditions';
import { calculateStatus, nextDeadlineCheck, withProgress } from './status';

const START = Date.parse('2026-01-01T00:00:00Z');
const next = aReplicaSet('chat-new', 3, { available: 1 });

function progressing(reason: string, at = START) {
  return [newCondition('Progressing', 'True', reason, '', at)];
}

function progressOf(
  deployment: ReturnType<typeof aDeployment>,
  set: typeof next,
  now: number,
) {
  const status = calculateStatus(deployment, set, [set], now);
  return findCondition(
    withProgress(deployment, set, status, now).conditions,
    'Progressing',
  );
}

describe('the Progressing condition', () => {
  it('says ReplicaSetUpdated on any progress, and starts the deadline anew', () => {
    const deployment = aDeployment(
      {},
      {
        status: {
          replicas: 3,
          updatedReplicas: 3,
          conditions: progressing('NewReplicaSetCreated'),
        },
      },
    );
    expect(progressOf(deployment, next, START + 5000)).toMatchObject({
      reason: 'ReplicaSetUpdated',
      lastUpdateTime: '2026-01-01T00:00:05Z',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    });
  });

  it('says ProgressDeadlineExceeded once nothing moved for too long', () => {
    const deployment = aDeployment(
      { progressDeadlineSeconds: 10 },
      {
        status: {
          replicas: 3,
          updatedReplicas: 3,
          readyReplicas: 1,
          availableReplicas: 1,
          conditions: progressing('ReplicaSetUpdated'),
        },
      },
    );
    expect(progressOf(deployment, next, START + 9000)?.reason).toBe(
      'ReplicaSetUpdated',
    );
    expect(progressOf(deployment, next, START + 11_000)).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'ReplicaSet "chat-new" has timed out progressing.',
    });
  });

  it('stays NewReplicaSetAvailable when pods crash after the rollout', () => {
    const deployment = aDeployment(
      { progressDeadlineSeconds: 10 },
      { status: { conditions: progressing('NewReplicaSetAvailable') } },
    );
    expect(progressOf(deployment, next, START + 60_000)?.reason).toBe(
      'NewReplicaSetAvailable',
    );
  });

  it('says NewReplicaSetAvailable when all is there', () => {
    const all = aReplicaSet('chat-new', 3);
    expect(progressOf(aDeployment(), all, START)?.reason).toBe(
      'NewReplicaSetAvailable',
    );
  });
});

describe('nextDeadlineCheck', () => {
  it('comes a second after the deadline', () => {
    const status = { conditions: progressing('ReplicaSetUpdated') };
    const deployment = aDeployment({ progressDeadlineSeconds: 10 });
    expect(nextDeadlineCheck(deployment, status, START + 4000)).toBe(7000);
  });
});
