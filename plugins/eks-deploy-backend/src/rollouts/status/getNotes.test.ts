import {
  aCondition,
  aContainer,
  aDeployment,
  aPod,
  aReplicaSet,
} from '../../__testUtils__/builders';
import type {
  AutoscalerRow,
  DeploymentRow,
  PodRow,
  ReplicaSetRow,
} from '../rows';
import { getRolloutStatus } from './getRolloutStatus';

const autoscaler: AutoscalerRow = {
  uid: 'autoscaler-1',
  name: 'chat-backend',
  target: { kind: 'Deployment', name: 'chat-backend' },
  min: 3,
  max: 5,
  current: 3,
  desired: 3,
  limited: false,
};
const old = aReplicaSet({
  uid: 'replicaset-1',
  revision: 1,
  template: 'template-1',
});

function getNotes(
  deployment: Partial<DeploymentRow>,
  replicaSets: ReplicaSetRow[] = [aReplicaSet()],
  scaler?: Partial<AutoscalerRow>,
) {
  return getRolloutStatus(aDeployment(deployment), replicaSets, [], {
    autoscaler: scaler && { ...autoscaler, ...scaler },
  }).notes?.map(({ kind }) => kind);
}

describe('notes of a Rollout', () => {
  it.each<[string, Partial<DeploymentRow>]>([
    ['while the new number is not observed yet', { generation: 5, desired: 5 }],
    ['while pods are made', { desired: 5 }],
    ['while pods go away', { desired: 2, updated: 2, total: 3, available: 2 }],
  ])('say that it is scaling and no deploy: %s', (_, differs) => {
    expect(getNotes(differs)).toEqual(['scaling']);
  });

  it('take it for scaling when the autoscaler says so, and else for pods that are replaced', () => {
    const unavailable = { available: 2 };
    expect(
      getNotes(unavailable, [aReplicaSet()], {
        lastScaledAt: '2026-01-03T00:00:00Z',
      }),
    ).toEqual(['scaling']);
    expect(getNotes(unavailable, [aReplicaSet()], {})).toEqual(['replacing']);
  });

  it.each<[string, string, string]>([
    ['scaled after its rollout', '2026-01-03T00:00:40Z', 'scaling'],
    ['scaled at once after it', '2026-01-03T00:00:30Z', 'scaling'],
    ['scaled last by its rollout', '2026-01-03T00:00:20Z', 'replacing'],
  ])('know a new pod of a Deployment that was %s', (_, scaledAt, note) => {
    const done = aCondition('Progressing', 'True', {
      reason: 'NewReplicaSetAvailable',
      since: '2026-01-03T00:00:30Z',
    });
    const pod = aPod({
      createdAt: '2026-01-03T00:00:41Z',
      conditions: [aCondition('Ready', 'False')],
    });
    const { notes } = getRolloutStatus(
      aDeployment({ available: 2, conditions: [done] }),
      [aReplicaSet({ scaledAt })],
      [pod],
      { now: new Date('2026-01-03T00:00:50Z') },
    );
    expect(notes).toEqual([{ kind: note }]);
  });

  const before = { createdAt: '2026-01-02T00:00:00Z' };
  const after = { createdAt: '2026-01-04T00:00:00Z' };
  const justReady = aCondition('Ready', 'True', {
    since: '2026-01-05T00:00:00Z',
  });
  it.each<[string, Partial<PodRow>, string | undefined]>([
    ['only lost its readiness', before, undefined],
    [
      'took the place of another long ago and lost its readiness',
      { ...after, wasReady: true },
      undefined,
    ],
    ['takes the place of another', after, 'replacing'],
    [
      'is ready in its place, but not for long enough',
      { ...after, conditions: [justReady] },
      'replacing',
    ],
    ['goes away', { ...before, terminating: true }, 'replacing'],
  ])('take it for replacing by a pod that %s', (_, pod, note) => {
    const done = aCondition('Progressing', 'True', {
      reason: 'NewReplicaSetAvailable',
      since: '2026-01-03T00:00:00Z',
    });
    const since = '2026-01-04T23:59:55Z';
    const { phase, notes, pace } = getRolloutStatus(
      aDeployment({ available: 2, minReadySeconds: 10, conditions: [done] }),
      [aReplicaSet()],
      [
        aPod({ ...after, uid: 'a', conditions: [aCondition('Ready', 'True')] }),
        aPod({ conditions: [aCondition('Ready', 'False', { since })], ...pod }),
      ],
      { now: new Date('2026-01-05T00:00:05Z') },
    );
    expect([phase, notes?.[0].kind, pace]).toEqual([
      'progressing',
      note,
      undefined,
    ]);
  });

  it.each<[string, Partial<DeploymentRow>, ReplicaSetRow[]]>([
    [
      'a new template that is not observed yet',
      { generation: 5, template: 'template-3' },
      [aReplicaSet()],
    ],
    [
      'a rollback that is not observed yet',
      { generation: 5, template: 'template-1' },
      [aReplicaSet(), { ...old, replicas: 0 }],
    ],
    [
      'a rollout on its way',
      {
        updated: 1,
        conditions: [
          aCondition('Progressing', 'True', { reason: 'ReplicaSetUpdated' }),
        ],
      },
      [aReplicaSet(), old],
    ],
    [
      'a change of neither template nor number that is not observed yet',
      { generation: 5 },
      [aReplicaSet()],
    ],
    ['a Rollout at rest', {}, [aReplicaSet()]],
  ])('do not take for scaling %s', (_, differs, replicaSets) => {
    expect(getNotes(differs, replicaSets)).toBeUndefined();
  });

  it.each([
    ['has pods still', 1],
    ['has none left', 0],
  ])('tell a Revision that was overtaken: it %s', (_, replicas) => {
    const third = aReplicaSet({ uid: 'c', revision: 3, template: 'c' });
    const { notes } = getRolloutStatus(
      aDeployment({ template: 'c', revision: 3, total: 5 }),
      [old, aReplicaSet({ replicas }), third],
      [],
    );
    expect(notes).toEqual([{ kind: 'rollover', revisions: [2] }]);
  });

  it('tell a tag that does not stand for the same image in every pod', () => {
    const [a, b] = ['a', 'b'].map(letter => `sha256:${letter.repeat(64)}`);
    const pods = [a, b].map((digest, index) =>
      aPod({
        uid: `pod-${index}`,
        containers: [aContainer({ image: 'chat:latest', digest })],
      }),
    );
    const { notes } = getRolloutStatus(aDeployment(), [aReplicaSet()], pods);
    expect(notes).toEqual([
      { kind: 'mixed-digests', image: 'chat:latest', digests: [a, b] },
    ]);
  });

  it('say that the manifest and an autoscaler both set the number of pods', () => {
    const both = { replicasInManifest: true };
    expect(getNotes(both, [aReplicaSet()], {})).toEqual([
      'replicas-owned-twice',
    ]);
    expect(getNotes(both)).toBeUndefined();
  });

  it('say that no history is kept', () => {
    expect(getNotes({ historyLimit: 0 })).toEqual(['no-history']);
  });
});
