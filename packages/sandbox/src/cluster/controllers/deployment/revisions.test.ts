import { aDeployment, aReplicaSet, aTemplate } from '../../testing/objects';
import {
  expiredRevisions,
  newReplicaSetAnnotations,
  nextRevision,
  REVISION,
} from './revisions';
import { scaleReplicaSets } from './proportionalScaling';
import { findNewReplicaSet, templateHash } from './templateHash';

describe('revisions', () => {
  it('are one above the highest old one', () => {
    const old = ['4', '2'].map(revision =>
      aReplicaSet(`r${revision}`, 0, { annotations: { [REVISION]: revision } }),
    );
    expect(nextRevision(old)).toBe(5);
  });

  it('renumber a ReplicaSet that is rolled back to, and remember its old number', () => {
    expect(
      newReplicaSetAnnotations(aDeployment(), { [REVISION]: '2' }, 5),
    ).toEqual({
      [REVISION]: '5',
      'deployment.kubernetes.io/revision-history': '2',
    });
  });

  it('copy the change cause but not what kubectl applied last', () => {
    const deployment = aDeployment(
      {},
      {
        annotations: {
          'kubernetes.io/change-cause': 'why',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
    );
    const annotations = newReplicaSetAnnotations(deployment, undefined, 1);
    expect(annotations).toMatchObject({
      'kubernetes.io/change-cause': 'why',
      'deployment.kubernetes.io/desired-replicas': '3',
      'deployment.kubernetes.io/max-replicas': '4',
    });
    expect(annotations).not.toHaveProperty([
      'kubectl.kubernetes.io/last-applied-configuration',
    ]);
  });

  it('beyond the history limit go, the lowest first, but never with pods', () => {
    const old = [
      aReplicaSet('one', 0, { annotations: { [REVISION]: '1' } }),
      aReplicaSet('two', 1, { annotations: { [REVISION]: '2' } }),
      aReplicaSet('three', 0, { annotations: { [REVISION]: '3' } }),
    ];
    const expired = expiredRevisions(
      aDeployment({ revisionHistoryLimit: 1 }),
      old,
    );
    expect(expired.map(({ metadata }) => metadata.name)).toEqual(['one']);
  });
});

describe('findNewReplicaSet', () => {
  it('takes the oldest of twins', () => {
    const twins = [
      aReplicaSet('younger', 1, { createdAt: '2026-01-02T00:00:00Z' }),
      aReplicaSet('older', 1),
      aReplicaSet('other', 1, { image: 'example.com/chat:2' }),
    ];
    expect(findNewReplicaSet(aDeployment(), twins)?.metadata.name).toBe(
      'older',
    );
  });

  it('ignores the hash label, and the order of fields', () => {
    const template = aTemplate();
    const labelled = {
      spec: template.spec,
      metadata: { labels: { 'pod-template-hash': 'x', app: 'chat' } },
    };
    expect(templateHash(labelled)).toBe(templateHash(template));
    expect(templateHash(template, 1)).not.toBe(templateHash(template));
  });
});

describe('scaleReplicaSets', () => {
  it('gives the whole change to the only active ReplicaSet', () => {
    const only = aReplicaSet('only', 3);
    expect(scaleReplicaSets(aDeployment({ replicas: 5 }), only, [])).toEqual(
      new Map([['only', 5]]),
    );
  });

  it('shares it in the midst of a rollout', () => {
    const annotations = { 'deployment.kubernetes.io/max-replicas': '10' };
    const strategy = {
      type: 'RollingUpdate' as const,
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    };
    expect(
      scaleReplicaSets(
        aDeployment({ replicas: 20, strategy }),
        aReplicaSet('new', 4, { annotations }),
        [aReplicaSet('old', 6, { annotations })],
      ),
    ).toEqual(
      new Map([
        ['old', 12],
        ['new', 8],
      ]),
    );
  });
});
