import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { aTarget } from '../__testUtils__/target';
import { runForCaller } from './callers';
import { limitLists } from './limitLists';
import { readOwnedWorkload, readPods } from './readOwned';
import { toLabelSelector } from './toLabelSelector';

const apps = '/apis/apps/v1/namespaces/chat';
const target = aTarget();

function aCluster(replicaSets: object[]) {
  const cluster = new FakeCluster();
  cluster.put(`${apps}/deployments`, aDeploymentObject());
  replicaSets.forEach(object =>
    cluster.put(`${apps}/replicasets`, { ...object }),
  );
  return cluster;
}

const aBigOne = (revision: number, bytes: number) =>
  aReplicaSetObject(revision, { annotations: { big: 'z'.repeat(bytes) } });

describe('reading live', () => {
  it('asks in pages for what a Workload selects, and keeps what it controls', async () => {
    const others = Array.from({ length: 600 }, (_, index) =>
      aReplicaSetObject(index + 1, { controller: 'another' }),
    );
    const own = {
      ...aReplicaSetObject(7),
      ...{ metadata: { ...aReplicaSetObject(7).metadata, name: 'own' } },
    };
    const cluster = aCluster([...others, own]);
    const owned = await readOwnedWorkload(cluster, target, 'chat-backend');
    await readPods(cluster, target, owned);
    expect(owned.replicaSets.map(({ metadata }) => metadata?.name)).toEqual([
      'own',
    ]);
    const lists = cluster.requests.filter(({ query }) => query?.limit);
    expect(lists).toHaveLength(4);
    expect(
      lists.every(({ query }) => query?.labelSelector === 'app=chat-backend'),
    ).toBe(true);
  });

  it('keeps nothing of who wrote which field', async () => {
    const object = aReplicaSetObject(7);
    Object.assign(object.metadata ?? {}, { managedFields: [{}] });
    const { replicaSets } = await readOwnedWorkload(
      aCluster([object]),
      target,
      'chat-backend',
    );
    expect(replicaSets[0].metadata).not.toHaveProperty('managedFields');
  });

  it('ends with a sentence where there are more bytes than one request may cost', async () => {
    const cluster = aCluster(
      Array.from({ length: 40 }, (_, index) => aBigOne(index + 1, 1_000_000)),
    );
    await expect(
      readOwnedWorkload(cluster, target, 'chat-backend'),
    ).rejects.toThrow(
      "Namespace 'chat' of cluster 'production' has more than 5000 ReplicaSets of chat-backend, or more than 32 MB of them",
    );
  });

  it('ends with a sentence where there are more objects', async () => {
    const cluster = aCluster(
      Array.from({ length: 5_001 }, (_, index) => aReplicaSetObject(index + 1)),
    );
    await expect(
      readOwnedWorkload(cluster, target, 'chat-backend'),
    ).rejects.toThrow('has more than 5000 ReplicaSets');
  });
});

describe('limitLists', () => {
  it('lets a few lists of a cluster be read at once, and turns away what would wait for long', async () => {
    const cluster = new FakeCluster();
    const ends: Array<() => void> = [];
    cluster.list = () =>
      new Promise(resolve => {
        ends.push(() => resolve({ resourceVersion: '1' }));
      });
    const limited = limitLists(cluster);
    const list = (name: string) =>
      limited.list({ cluster: name, path: '/', onItem: () => {} });
    const all = Array.from({ length: 104 }, () => list('staging'));
    await expect(list('staging')).rejects.toMatchObject({
      statusCode: 429,
      retryAfterSeconds: 5,
    });
    expect(ends).toHaveLength(4);
    // Another cluster's do not wait for them.
    all.push(list('production'));
    await Promise.resolve();
    expect(ends).toHaveLength(5);
    while (ends.length > 0) {
      ends.splice(0).forEach(end => end());
      await new Promise(setImmediate);
    }
    await expect(Promise.all(all)).resolves.toHaveLength(105);
  });
});

describe('limitLists, of callers', () => {
  const request = { cluster: 'staging', path: '/', onItem: () => {} };
  const listFor = (limited: ClusterClient, id: string) =>
    new Promise((resolve, reject) => {
      runForCaller({ id, isGone: () => id === 'gone' }, () => {
        limited.list(request).then(resolve, reject);
      });
    });

  it('turns away one who has many waiting, and nobody else', async () => {
    const cluster = new FakeCluster();
    cluster.list = () => new Promise(() => {});
    const limited = limitLists(cluster);
    const first = Array.from({ length: 16 }, () => listFor(limited, 'first'));
    await expect(listFor(limited, 'first')).rejects.toMatchObject({
      statusCode: 429,
    });
    const others = [listFor(limited, 'second'), limited.list(request)];
    const later = new Promise(resolve => {
      setImmediate(resolve, 'waiting');
    });
    await expect(Promise.race([...first, ...others, later])).resolves.toBe(
      'waiting',
    );
  });

  it('reads nothing for one who has gone, unless it is no request of theirs', async () => {
    const cluster = new FakeCluster();
    cluster.list = jest.fn(async () => ({ resourceVersion: '1' }));
    await expect(listFor(limitLists(cluster), 'gone')).rejects.toThrow(
      'Nobody waits',
    );
    expect(cluster.list).not.toHaveBeenCalled();
    await listFor(limitLists(cluster, { background: true }), 'gone');
    expect(cluster.list).toHaveBeenCalledTimes(1);
  });

  it('takes another list once one has ended', async () => {
    const cluster = new FakeCluster();
    cluster.list = async () => ({ resourceVersion: '1' });
    const limited = limitLists(cluster);
    for (let index = 0; index < 40; index += 1) {
      await expect(listFor(limited, 'first')).resolves.toBeDefined();
    }
  });
});

describe('toLabelSelector', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ matchLabels: { app: 'chat', tier: 'web' } }, 'app=chat,tier=web'],
    [
      {
        matchLabels: { app: 'chat' },
        matchExpressions: [
          { key: 'a', operator: 'In', values: ['1', '2'] },
          { key: 'b', operator: 'NotIn', values: ['3'] },
          { key: 'c', operator: 'Exists' },
          { key: 'd', operator: 'DoesNotExist' },
        ],
      },
      'app=chat,a in (1,2),b notin (3),c,!d',
    ],
  ])('writes %j as the API takes it', (selector, query) => {
    expect(toLabelSelector(selector)).toBe(query);
  });
});
