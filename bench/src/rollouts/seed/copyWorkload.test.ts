import { copyWorkload, type Original, type StoredObject } from './copyWorkload';

const original: Original = {
  workload: { name: 'service-0000', namespace: 'team-00', replicas: 2 },
  hash: 'seed0000',
  deployment: anObject('Deployment', 'service-0000', 'd-uid', {
    resourceVersion: '7',
  }),
  replicaSet: anObject('ReplicaSet', 'service-0000-seed0000', 'r-uid', {
    ownerReferences: [{ name: 'service-0000', uid: 'd-uid' }],
  }),
  pod: {
    ...anObject('Pod', 'service-0000-seed0000-00', 'p-uid', {
      ownerReferences: [{ name: 'service-0000-seed0000', uid: 'r-uid' }],
    }),
    spec: { nodeName: 'seed-0', image: 'service-0000:1' },
  } as StoredObject,
};

function anObject(
  kind: StoredObject['kind'],
  name: string,
  uid: string,
  more: object,
): StoredObject {
  return { kind, metadata: { name, uid, namespace: 'team-00', ...more } };
}

describe('copyWorkload', () => {
  const entries = copyWorkload(
    original,
    { name: 'service-0042', namespace: 'team-07', replicas: 3 },
    'seed0042',
    ['seed-0', 'seed-1'],
  );
  const objects = entries.map(({ value }) => JSON.parse(value));
  const [replicaSet, first, second, third, deployment] = objects;

  it('puts every object where the API server looks for it, the Deployment last', () => {
    expect(entries.map(({ key }) => key)).toEqual([
      '/registry/replicasets/team-07/service-0042-seed0042',
      '/registry/pods/team-07/service-0042-seed0042-00',
      '/registry/pods/team-07/service-0042-seed0042-01',
      '/registry/pods/team-07/service-0042-seed0042-02',
      '/registry/deployments/team-07/service-0042',
    ]);
  });

  it('gives every object a uid of its own, by which the owners are found', () => {
    expect(new Set(objects.map(({ metadata }) => metadata.uid)).size).toBe(5);
    expect(replicaSet.metadata.ownerReferences).toEqual([
      { name: 'service-0042', uid: deployment.metadata.uid },
    ]);
    for (const pod of [first, second, third]) {
      expect(pod.metadata.ownerReferences[0].uid).toBe(replicaSet.metadata.uid);
    }
  });

  it('deals the pods out over the nodes', () => {
    expect([first, second, third].map(({ spec }) => spec)).toEqual([
      { nodeName: 'seed-0', image: 'service-0042:1' },
      { nodeName: 'seed-1', image: 'service-0042:1' },
      { nodeName: 'seed-0', image: 'service-0042:1' },
    ]);
  });

  it('leaves the version to etcd', () => {
    expect(deployment.metadata).not.toHaveProperty('resourceVersion');
  });
});
