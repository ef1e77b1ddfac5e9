import { mockServices } from '@backstage/backend-test-utils';
import type { RolloutChange } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { fakeTime, pass, passUntil } from '../__testUtils__/fakeTime';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { aTarget } from '../__testUtils__/target';
import { createRolloutReader, type RolloutReader } from './createRolloutReader';
import { NamespaceWatchers } from './NamespaceWatchers';

const deployments = '/apis/apps/v1/namespaces/chat/deployments';
/** How many kinds of objects a Rollout is told from. */
const KINDS = 9;
const IDLE_MS = 60_000;
const replicaSets = '/apis/apps/v1/namespaces/chat/replicasets';
const target = aTarget({ environment: 'staging', cluster: 'staging' });

describe('createRolloutReader', () => {
  let cluster: FakeCluster;
  let watchers: NamespaceWatchers;
  let reader: RolloutReader;

  fakeTime();

  beforeEach(() => {
    cluster = new FakeCluster();
    watchers = new NamespaceWatchers({
      clusters: cluster,
      logger: mockServices.logger.mock(),
      most: 3,
    });
    reader = createRolloutReader({ watchers });
  });

  afterEach(() => watchers.stop());

  const opened = () => cluster.calls.filter(call => call.startsWith('WATCH'));

  function watch() {
    const changes: RolloutChange[] = [];
    const watching = reader.watch(target, found => changes.push(...found));
    return { changes, watching };
  }

  it('watches so many namespaces, and says of another that there is no room until there is', async () => {
    const at = (namespace: string) => ({ ...target, namespace });
    // Those that nobody looks at give way.
    for (const namespace of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect((await reader.read(at(namespace))).state).toBe('live');
    }
    await passUntil(() => cluster.openWatches === 3 * KINDS);
    const watches = ['a', 'b', 'c', 'chat'].map(namespace =>
      reader.watch(at(namespace), () => {}),
    );
    await pass(1_000);
    expect(watches.map(({ current }) => current().state)).toEqual([
      ...['live', 'live', 'live', 'unreachable'],
    ]);
    expect(watches[3].current().problem?.message).toBe(
      'The portal watches 3 namespaces, as many as it may at once, and this is not one of them',
    );
    expect(await reader.read(at('chat'))).toMatchObject({
      state: 'unreachable',
    });
    watches[0].stop();
    await pass(31_000);
    expect(watches[3].current().state).toBe('live');
    watches.slice(1).forEach(watching => watching.stop());
  });

  it("reads the component's Workloads and nobody else's", async () => {
    cluster.put(deployments, aDeploymentObject());
    const other = aDeploymentObject({
      uid: 'other',
      labels: { 'backstage.io/kubernetes-id': 'orders' },
    });
    cluster.put(deployments, {
      ...other,
      metadata: { ...other.metadata, name: 'orders-backend' },
    });
    const found = await reader.read(target);
    expect(found).toMatchObject({
      environment: 'staging',
      state: 'live',
      rollouts: [{ workload: 'chat-backend', revision: 7, tier: 'backend' }],
    });
    expect(found.rollouts).toHaveLength(1);
  });

  it.each([
    'events',
    'horizontalpodautoscalers',
    'ingresses',
    'statefulsets',
    'daemonsets',
    'rollouts',
  ])('tells no less of Deployments when it may not read %s', async plural => {
    cluster.put(deployments, aDeploymentObject({ updated: 1 }));
    cluster.failures.set(`/${plural}`, new ClusterDeniedError('denied'));
    const found = await reader.read(target);
    expect(found).toMatchObject({
      state: 'live',
      problem: undefined,
      rollouts: [{ status: { phase: 'progressing', step: 'creating' } }],
    });
  });

  it('says that it is denied when it may not read pods', async () => {
    cluster.failures.set('/pods', new ClusterDeniedError('denied'));
    expect(await reader.read(target)).toMatchObject({ state: 'denied' });
  });

  it('tells the causes that events hold', async () => {
    cluster.put(deployments, aDeploymentObject({ updated: 1 }));
    cluster.put(replicaSets, aReplicaSetObject(7));
    cluster.put('/api/v1/namespaces/chat/pods', {
      metadata: {
        uid: 'pod-1',
        name: 'chat-backend-7-abcde',
        ...{
          ownerReferences: [
            { kind: 'ReplicaSet', uid: 'replicaset-7', controller: true },
          ],
        },
      },
    });
    cluster.put('/api/v1/namespaces/chat/events', {
      metadata: { uid: 'event-1', name: 'chat-backend-7-abcde.1' },
      ...{
        type: 'Warning',
        reason: 'FailedMount',
        message: 'MountVolume.SetUp failed for volume "config"',
        count: 5,
        involvedObject: { kind: 'Pod', uid: 'pod-1' },
      },
    });
    const { watching } = watch();
    const findCause = () => watching.current().rollouts[0]?.status.cause;
    await passUntil(() => findCause() !== undefined);
    expect(findCause()).toMatchObject({ kind: 'mount-failure' });
    watching.stop();
  });

  it('tells the first sync as a whole Environment and then each Rollout that changed', async () => {
    cluster.put(deployments, aDeploymentObject());
    const { changes, watching } = watch();
    await passUntil(() => watching.current().state === 'live');
    cluster.put(deployments, aDeploymentObject({ revision: 8, updated: 1 }));
    await passUntil(() => changes.some(({ type }) => type === 'rollout'));
    cluster.remove(deployments, 'chat-backend');
    await passUntil(() => changes.some(({ type }) => type === 'removed'));
    expect(changes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['environment', 'rollout', 'removed']),
    );
    expect(watching.current().rollouts).toEqual([]);
    watching.stop();
  });

  it('tells changes that come together once', async () => {
    const { changes, watching } = watch();
    await passUntil(() => watching.current().state === 'live');
    changes.length = 0;
    for (let updated = 0; updated < 4; updated += 1) {
      cluster.put(deployments, aDeploymentObject({ updated }));
    }
    await pass(60_000);
    expect(changes).toHaveLength(1);
    watching.stop();
  });

  it('holds a burst back, though not from one who comes now', async () => {
    const early = watch();
    await passUntil(() => early.changes.length > 0);
    cluster.put(deployments, aDeploymentObject());
    await pass(50);
    expect(early.watching.current().rollouts).toEqual([]);
    const late = watch();
    expect(late.watching.current().rollouts).toHaveLength(1);
    expect(early.changes.at(-1)).toMatchObject({ type: 'rollout' });
    [early, late].forEach(({ watching }) => watching.stop());
  });

  it('works a change out once for all who look at the same', async () => {
    const viewers = [watch(), watch()];
    await passUntil(() => viewers.every(({ changes }) => changes.length > 0));
    const [[first], [second]] = viewers.map(({ changes }) => changes);
    expect(first).toBe(second);
    viewers.forEach(({ watching }) => watching.stop());
  });

  it('shares one watch of each kind among all viewers, and ends it when idle', async () => {
    const viewers = [watch(), watch(), watch()];
    await passUntil(() => cluster.openWatches === KINDS);
    viewers.forEach(({ watching }) => watching.stop());
    await pass(IDLE_MS - 1);
    expect(cluster.openWatches).toBe(KINDS);
    await pass(1);
    expect(cluster.openWatches).toBe(0);
    expect(opened()).toHaveLength(KINDS);
  });

  it('goes on when someone looks again within the idle time', async () => {
    watch().watching.stop();
    await pass(IDLE_MS - 1);
    const { watching } = watch();
    await pass(10 * IDLE_MS);
    expect(cluster.openWatches).toBe(KINDS);
    expect(opened()).toHaveLength(KINDS);
    watching.stop();
  });
});
