import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  aCondition,
  aContainer,
  aDaemonSet,
  aDeployment,
  anArgoRollout,
  aPod,
  aReplicaSet,
} from '../../__testUtils__/builders';
import type { DeploymentRow, PodRow } from '../rows';
import { getArgoRolloutStatus } from './getArgoRolloutStatus';
import { getRolloutStatus } from './getRolloutStatus';
import { getSetStatus } from './getSetStatus';

const BEGUN = '2026-01-02T00:00:00Z';
const NOW = new Date('2026-01-02T00:00:30Z');
const updating = {
  conditions: [
    aCondition('Progressing', 'True', {
      reason: 'ReplicaSetUpdated',
      since: BEGUN,
    }),
  ],
};
const creating = { ...updating, updated: 1, total: 4, available: 3 };

function getStatus(
  deployment: Partial<DeploymentRow>,
  pods: Array<Partial<PodRow>> = [],
): RolloutStatus {
  return getRolloutStatus(
    aDeployment(deployment),
    [aReplicaSet()],
    pods.map(aPod),
    { now: NOW },
  );
}

const at = (seconds: number) =>
  `2026-01-02T00:00:${String(seconds).padStart(2, '0')}Z`;
const unready = aCondition('ContainersReady', 'False', { since: at(2) });
const ready = (seconds: number): Partial<PodRow> => ({
  conditions: [aCondition('Ready', 'True', { since: at(seconds) })],
});
const starting: Partial<PodRow> = {
  node: 'node-a',
  conditions: [unready],
  containers: [aContainer({ ready: false, running: false })],
};
const probed: Partial<PodRow> = {
  conditions: [unready],
  containers: [aContainer({ ready: false, startedAt: at(18) })],
};

describe('what a Rollout waits for', () => {
  it.each<[string, Partial<PodRow>, object]>([
    [
      'a node',
      { conditions: [aCondition('PodScheduled', 'False', { since: at(1) })] },
      { kind: 'scheduling', since: at(1) },
    ],
    [
      'a node, before the scheduler has looked',
      { containers: [], createdAt: at(3) },
      { kind: 'scheduling', since: at(3) },
    ],
    [
      'a kubelet that has said nothing yet',
      { containers: [], node: 'node-a', createdAt: at(3) },
      { kind: 'container-start', since: at(3) },
    ],
    [
      'an image',
      {
        ...starting,
        containers: [
          aContainer({
            ready: false,
            running: false,
            waiting: { reason: 'ErrImagePull' },
          }),
        ],
      },
      { kind: 'image-pull', since: at(2) },
    ],
    [
      'an init container',
      {
        ...starting,
        conditions: [unready, aCondition('Initialized', 'False')],
      },
      { kind: 'init-containers', since: at(2) },
    ],
    ['its container', starting, { kind: 'container-start', since: at(2) }],
    [
      'the startup probe',
      {
        ...probed,
        containers: [
          aContainer({ ready: false, starting: true, startedAt: at(18) }),
        ],
      },
      { kind: 'startup', since: at(18) },
    ],
    [
      'the readiness probe, since the container runs',
      probed,
      { kind: 'readiness', since: at(18) },
    ],
    [
      'a readiness gate',
      { conditions: [aCondition('Ready', 'False', { since: at(20) })] },
      { kind: 'readiness-gate', since: at(20) },
    ],
  ])('is %s', (_, pod, waiting) => {
    expect(getStatus(creating, [pod]).waitingFor).toEqual({
      ...waiting,
      pods: 1,
    });
  });

  it('is minReadySeconds, which the answer always has', () => {
    const pods = [ready(10), ready(12), ready(12)];
    const all = { ...updating, available: 0, minReadySeconds: 60 };
    expect(getStatus(all, pods)).toMatchObject({
      waitingFor: { kind: 'min-ready-seconds', since: at(10), pods: 3 },
      minReadySeconds: 60,
    });
    expect(getStatus({}).minReadySeconds).toBe(0);
  });

  it('is the pod that is furthest behind, and the one of those that waits longest', () => {
    const later = {
      ...starting,
      conditions: [{ ...unready, since: at(9) }],
    };
    expect(
      getStatus(creating, [
        probed,
        later,
        starting,
        { ...starting, terminating: true },
      ]).waitingFor,
    ).toEqual({ kind: 'container-start', since: at(2), pods: 2 });
  });

  it.each<[string, Partial<DeploymentRow>, object | undefined]>([
    ['new pods', creating, { kind: 'pod-creation', since: BEGUN, pods: 2 }],
    [
      'old pods',
      { ...updating, total: 4 },
      { kind: 'old-pods-ending', since: BEGUN, pods: 1 },
    ],
    [
      'the controller, where all pods are there',
      { ...updating, available: 2 },
      { kind: 'controller', since: BEGUN },
    ],
    [
      'the controller, of a new spec',
      { generation: 5 },
      { kind: 'controller' },
    ],
    ['nothing once it is complete', {}, undefined],
    ['nothing while it is paused', { ...creating, paused: true }, undefined],
  ])('is %s', (_, deployment, waiting) => {
    expect(getStatus(deployment, [ready(10)]).waitingFor).toEqual(waiting);
  });

  it('is pods where none may be read', () => {
    const { waitingFor } = getStatus({ ...updating, available: 1 });
    expect(waitingFor).toEqual({ kind: 'availability', since: BEGUN, pods: 2 });
  });

  it('is told of a DaemonSet and of an Argo Rollout that promotes', () => {
    const row = aDaemonSet({ available: 2, minReadySeconds: 5 });
    expect(
      getSetStatus({ kind: 'DaemonSet', row }, [aPod(probed)], { now: NOW }),
    ).toMatchObject({
      waitingFor: { kind: 'readiness', since: at(18), pods: 1 },
      minReadySeconds: 5,
    });
    const promoting = anArgoRollout({
      ...updating,
      phase: 'Progressing',
      stable: 'hash-1',
    });
    expect(getArgoRolloutStatus(promoting, [], []).waitingFor).toEqual({
      kind: 'promotion',
      since: BEGUN,
    });
  });
});

describe('the deadline of a Rollout', () => {
  it('is so many seconds after its last progress', () => {
    expect(
      getStatus({ ...creating, progressDeadlineSeconds: 240 }).deadlineAt,
    ).toBe('2026-01-02T00:04:00.000Z');
  });

  it.each<[string, Partial<DeploymentRow>]>([
    ['it is complete', {}],
    ['it is paused', { ...creating, paused: true }],
    ['it has none', { ...creating, progressDeadlineSeconds: undefined }],
    [
      'it was complete and only scales',
      {
        updated: 2,
        conditions: [
          aCondition('Progressing', 'True', {
            reason: 'NewReplicaSetAvailable',
          }),
        ],
      },
    ],
    [
      'it goes on after a pause, which the controller has not judged yet',
      {
        ...creating,
        conditions: [
          aCondition('Progressing', 'Unknown', { reason: 'DeploymentResumed' }),
        ],
      },
    ],
  ])('does not run when %s', (_, deployment) => {
    expect(getStatus(deployment).deadlineAt).toBeUndefined();
  });
});
