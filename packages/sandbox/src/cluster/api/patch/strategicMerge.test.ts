import { applyStrategicMerge } from './strategicMerge';

const target = {
  metadata: { finalizers: ['a', 'b'], labels: { app: 'chat', old: 'x' } },
  spec: {
    containers: [
      { name: 'app', image: 'app:1', env: [{ name: 'A', value: '1' }] },
      { name: 'side', image: 'side:1' },
    ],
    tolerations: [{ key: 'a' }],
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
  },
};

describe('a strategic merge patch', () => {
  it('merges containers by name, and adds one whose name is new as early as it can', () => {
    const patch = {
      spec: {
        containers: [
          { name: 'app', image: 'app:2', env: [{ name: 'B', value: '2' }] },
          { name: 'typo', image: 'x' },
        ],
      },
    };
    expect(applyStrategicMerge(target, patch).spec).toMatchObject({
      containers: [
        {
          name: 'app',
          image: 'app:2',
          env: [
            { name: 'B', value: '2' },
            { name: 'A', value: '1' },
          ],
        },
        { name: 'typo', image: 'x' },
        { name: 'side' },
      ],
    });
  });

  it('deletes a list entry by directive and a field by null', () => {
    const patch = {
      metadata: { labels: { old: null } },
      spec: { containers: [{ name: 'side', $patch: 'delete' }] },
    };
    const result = applyStrategicMerge(target, patch);
    expect(result.metadata).toMatchObject({ labels: { app: 'chat' } });
    expect(result.spec).toMatchObject({ containers: [{ name: 'app' }] });
  });

  it('replaces lists without a merge key, and those it is told to', () => {
    const patch = {
      spec: {
        tolerations: [{ key: 'b' }],
        containers: [{ $patch: 'replace' }, { name: 'only', image: 'x' }],
      },
    };
    expect(applyStrategicMerge(target, patch).spec).toMatchObject({
      tolerations: [{ key: 'b' }],
      containers: [{ name: 'only', image: 'x' }],
    });
  });

  it('keeps only the keys it is told to retain', () => {
    const patch = {
      spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
    };
    expect(applyStrategicMerge(target, patch).spec).toMatchObject({
      strategy: { type: 'Recreate' },
    });
    expect(applyStrategicMerge(target, patch).spec).not.toHaveProperty(
      'strategy.rollingUpdate',
    );
  });

  it('deletes plain values and orders lists by directive', () => {
    const patch = {
      metadata: { '$deleteFromPrimitiveList/finalizers': ['a'] },
      spec: {
        '$setElementOrder/containers': [{ name: 'side' }, { name: 'app' }],
      },
    };
    const result = applyStrategicMerge(target, patch);
    expect(result.metadata).toMatchObject({ finalizers: ['b'] });
    expect(result.spec).toMatchObject({
      containers: [{ name: 'side' }, { name: 'app' }],
    });
  });

  it('leaves its target as it was', () => {
    const before = JSON.stringify(target);
    applyStrategicMerge(target, { spec: { containers: [] } });
    expect(JSON.stringify(target)).toBe(before);
  });
});
