import {
  aContainer,
  aDaemonSet,
  aDeployment,
  anArgoRollout,
  aPod,
  aReplicaSet,
} from '../__testUtils__/builders';
import { toArgoRollout } from './toArgoRollout';
import { toAutoscaler } from './rolloutParts';
import { toRollout } from './toRollout';
import { toSetRollout } from './toSetRollout';

const images = (tag: number) => [
  { container: 'app', image: `registry.example.com/chat:${tag}` },
];
const newest = aReplicaSet({ replicas: 1, available: 0 });
const before = aReplicaSet({
  uid: 'replicaset-1',
  revision: 1,
  images: images(1),
  template: 'template-1',
});

describe('what serves', () => {
  it('is what available pods run, not the newest template', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const pod = aPod({
      controller: 'replicaset-1',
      containers: [aContainer({ digest })],
    });
    const stranger = { ...before, uid: 'other', controller: 'deployment-9' };
    expect(
      toRollout(aDeployment(), [newest, before, stranger], [pod]),
    ).toMatchObject({
      revision: 2,
      images: images(2),
      serving: [
        { revision: 1, available: 3, images: [{ ...images(1)[0], digest }] },
      ],
    });
  });

  it('are two Revisions in the middle of a rollout, and nothing without a pod', () => {
    const both = [before, { ...newest, available: 1 }];
    expect(toRollout(aDeployment(), both, []).serving).toMatchObject([
      { revision: 2, available: 1 },
      { revision: 1, available: 3 },
    ]);
    expect(toRollout(aDeployment(), [newest], []).serving).toEqual([]);
  });

  it.each([
    ['is paused', { paused: true }, true],
    ['is not observed yet', { generation: 5 }, true],
    ['runs it', { template: 'template-2' }, undefined],
  ])(
    'has a template before it that is no Revision while the Deployment %s',
    (_, differs, pending) => {
      const deployment = aDeployment({ template: 'template-3', ...differs });
      expect(toRollout(deployment, [newest], []).templatePending).toBe(pending);
    },
  );

  it.each([
    ['canary' as const, ['canary', 'stable']],
    ['blue-green' as const, ['preview', 'active']],
  ])('are the two sides of a %s', (strategy, roles) => {
    const row = anArgoRollout({ strategy, stable: 'hash-1', active: 'hash-1' });
    const replicaSets = [
      { ...before, hash: 'hash-1' },
      { ...newest, hash: 'hash-2', available: 1 },
    ];
    expect(
      toArgoRollout(row, replicaSets, []).serving?.map(({ role }) => role),
    ).toEqual(roles);
  });

  it('can not be told of a DaemonSet in the middle of an update', () => {
    const serving = (updated: number) =>
      toSetRollout({ kind: 'DaemonSet', row: aDaemonSet({ updated }) }, [], {})
        .serving;
    expect(serving(2)).toBeUndefined();
    expect(serving(3)).toMatchObject([{ revision: 0, available: 3 }]);
  });
});

describe('an autoscaler', () => {
  it('does not count the pods that a rollout adds on top', () => {
    const row = {
      ...{ uid: 'autoscaler-1', name: 'chat', min: 3, max: 4, desired: 4 },
      ...{ current: 5, limited: false },
      target: { kind: 'Deployment', name: 'chat-backend' },
    };
    expect(toAutoscaler(row, { desired: 4 })).toMatchObject({ current: 4 });
  });
});
