import {
  aCondition,
  aContainer,
  aDeployment,
  anEvent,
  aPod,
  aReplicaSet,
} from '../../__testUtils__/builders';
import type { DeploymentRow, PodRow } from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

const deadline = aCondition('Progressing', 'False', {
  reason: 'ProgressDeadlineExceeded',
  message: 'ReplicaSet "chat-backend-2" has timed out progressing.',
});
const running = aCondition('Progressing', 'True', {
  reason: 'ReplicaSetUpdated',
});
const creating = { updated: 1, total: 3, available: 2, conditions: [running] };

describe('getRolloutStatus', () => {
  it.each<[string, Partial<DeploymentRow>, object]>([
    [
      'is pending until the new spec is observed, whatever the counts say',
      { generation: 5, conditions: [deadline] },
      { phase: 'pending' },
    ],
    [
      'has failed once the progress deadline passed, before counts are looked at',
      { updated: 1, conditions: [deadline] },
      { phase: 'failed' },
    ],
    [
      'is creating while fewer pods are updated than wanted',
      { updated: 2, total: 4 },
      { phase: 'progressing', step: 'creating' },
    ],
    [
      'is terminating while old pods are still going away',
      { total: 4 },
      { phase: 'progressing', step: 'terminating' },
    ],
    [
      'awaits availability while updated pods are not available',
      { available: 2, conditions: [running] },
      { phase: 'progressing', step: 'awaiting-availability' },
    ],
    [
      'is complete when all pods are updated and available',
      {},
      { phase: 'complete' },
    ],
    [
      'is stopped when scaled to none',
      { desired: 0, total: 0, updated: 0, available: 0 },
      { phase: 'stopped' },
    ],
    [
      'is progressing while it is being scaled to none',
      { desired: 0, total: 2, updated: 0, available: 0 },
      { phase: 'progressing', step: 'terminating' },
    ],
    [
      'is paused in the middle',
      { paused: true, updated: 1 },
      { phase: 'paused' },
    ],
    ['is paused at rest', { paused: true }, { phase: 'paused' }],
    [
      'is degraded when it lost availability after a success',
      {
        available: 1,
        conditions: [
          aCondition('Progressing', 'True', {
            reason: 'NewReplicaSetAvailable',
          }),
          aCondition('Available', 'False'),
        ],
      },
      { phase: 'degraded' },
    ],
  ])('%s', (_, differs, expected) => {
    const { phase, step } = getRolloutStatus(
      aDeployment(differs),
      [aReplicaSet()],
      [],
    );
    expect({ phase, step }).toEqual(expected);
  });

  it.each<[string, Partial<PodRow>, object]>([
    [
      'a missing image',
      {
        containers: [
          aContainer({
            ready: false,
            running: false,
            waiting: {
              reason: 'ImagePullBackOff',
              message: 'Back-off pulling image "chat:9"',
            },
          }),
        ],
      },
      {
        kind: 'image-pull',
        container: 'app',
        message: 'Back-off pulling image "chat:9"',
      },
    ],
    [
      'a missing ConfigMap',
      {
        containers: [
          aContainer({
            ready: false,
            running: false,
            waiting: { reason: 'CreateContainerConfigError' },
          }),
        ],
      },
      { kind: 'missing-config' },
    ],
    [
      'a crash loop',
      {
        containers: [
          aContainer({
            ready: false,
            running: false,
            restarts: 4,
            waiting: { reason: 'CrashLoopBackOff' },
            lastTerminated: { reason: 'Error', exitCode: 1 },
          }),
        ],
      },
      {
        kind: 'crash-loop',
        message: 'ended with exit code 1 (Error)',
        restarts: 4,
      },
    ],
    [
      'too little memory, also while the container runs again',
      {
        containers: [
          aContainer({
            ready: false,
            restarts: 2,
            lastTerminated: { reason: 'OOMKilled', exitCode: 137 },
          }),
        ],
      },
      { kind: 'oom-killed' },
    ],
    [
      'a failing init container',
      {
        containers: [
          aContainer({
            name: 'migrate',
            init: true,
            ready: false,
            running: false,
            terminated: { reason: 'Error', exitCode: 2 },
          }),
        ],
      },
      { kind: 'init-failure', container: 'migrate' },
    ],
    [
      'no node with room',
      {
        phase: 'Pending',
        containers: [],
        conditions: [
          aCondition('PodScheduled', 'False', {
            reason: 'Unschedulable',
            message: '0/2 nodes are available: 2 Insufficient memory.',
          }),
        ],
      },
      { kind: 'unschedulable' },
    ],
  ])('tells the cause: %s', (_, differs, cause) => {
    const status = getRolloutStatus(
      aDeployment(creating),
      [aReplicaSet()],
      [aPod(), aPod({ uid: 'pod-2', name: 'stuck', ...differs })],
    );
    expect(status.cause).toMatchObject({ pod: 'stuck', ...cause });
  });

  it.each([
    [
      'quota',
      'pods "chat-1" is forbidden: exceeded quota: small, requested: pods=1',
    ],
    [
      'admission',
      'admission webhook "policy.example.com" denied the request: no digest',
    ],
  ])('tells that the API server lets no pod in: %s', (kind, message) => {
    const conditions = [
      running,
      aCondition('ReplicaFailure', 'True', { reason: 'FailedCreate', message }),
    ];
    expect(
      getRolloutStatus(aDeployment({ ...creating, conditions }), [], []).cause,
    ).toMatchObject({ kind, message });
  });

  const unready = aPod({
    conditions: [aCondition('ContainersReady', 'False')],
    containers: [aContainer({ ready: false })],
  });

  it('takes a pod that is not ready yet for no cause while the Rollout moves', () => {
    expect(
      getRolloutStatus(aDeployment(creating), [aReplicaSet()], [unready]).cause,
    ).toBeUndefined();
  });

  it('names the failing readiness probe once the deadline has passed', () => {
    expect(
      getRolloutStatus(
        aDeployment({ ...creating, conditions: [deadline] }),
        [aReplicaSet()],
        [unready],
      ).cause,
    ).toMatchObject({ kind: 'readiness-failing' });
  });

  it('falls back to the deadline itself when no pod tells more', () => {
    expect(
      getRolloutStatus(
        aDeployment({ ...creating, conditions: [deadline] }),
        [aReplicaSet()],
        [],
      ).cause,
    ).toMatchObject({ kind: 'deadline-exceeded' });
  });

  it('does not blame the new template for a pod of an old one, or for one that goes away', () => {
    const broken = {
      containers: [
        aContainer({ waiting: { reason: 'ErrImagePull' }, running: false }),
      ],
    };
    expect(
      getRolloutStatus(
        aDeployment(creating),
        [aReplicaSet()],
        [
          aPod({ ...broken, controller: 'replicaset-1' }),
          aPod({ ...broken, terminating: true }),
        ],
      ).cause,
    ).toBeUndefined();
  });

  it('says no cause of a complete Rollout', () => {
    const restarted = aPod({ containers: [aContainer({ restarts: 3 })] });
    expect(
      getRolloutStatus(aDeployment(), [aReplicaSet()], [restarted]).cause,
    ).toBeUndefined();
  });

  it('looks at each event once, however many pods there are', () => {
    const looked = jest.fn();
    const pods = Array.from({ length: 200 }, (_, index) =>
      aPod({ uid: `pod-${index}`, name: `chat-${index}` }),
    );
    const events = pods.map(({ uid, name }) => ({
      ...anEvent(),
      get about() {
        looked();
        return { kind: 'Pod', name, uid };
      },
    }));
    getRolloutStatus(aDeployment(creating), [aReplicaSet()], pods, { events });
    expect(looked).toHaveBeenCalledTimes(200);
  });
});
