import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterDeniedError,
  ClusterGoneError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../../__testUtils__/FakeCluster';
import { fakeTime, pass, passUntil } from '../../__testUtils__/fakeTime';
import { FollowedCluster } from './FollowedCluster';
import type { Ending } from './getPauseMs';
import { Reflector } from './Reflector';
import { pods } from './resources';

const path = '/api/v1/namespaces/chat/pods';
const aPodObject = (name: string, phase = 'Running') => ({
  metadata: { name, uid: name },
  status: { phase },
});

describe('Reflector', () => {
  let cluster: FakeCluster;
  let reflector: Reflector<object, { uid: string; name: string }>;
  let followed: FollowedCluster;
  let onChange: jest.Mock;
  const getPauseMs = jest.fn((_ending: Ending) => 5);

  fakeTime();

  beforeEach(() => {
    cluster = new FakeCluster();
    onChange = jest.fn();
    getPauseMs.mockClear();
    followed = new FollowedCluster({
      clusters: cluster,
      logger: mockServices.logger.mock(),
      cluster: 'staging',
      random: () => 0.5,
    });
    reflector = new Reflector({
      clusters: cluster,
      logger: mockServices.logger.mock(),
      cluster: 'staging',
      followed,
      namespace: 'chat',
      resource: pods,
      onChange,
      getPauseMs,
    });
  });

  afterEach(() => reflector.stop());

  const names = () => reflector.rows.map(({ name }) => name).sort();
  const live = () =>
    passUntil(
      () => reflector.state.state === 'live' && cluster.openWatches === 1,
    );

  it('is syncing until the first list, and then live', async () => {
    cluster.put(path, aPodObject('a'));
    expect(reflector.state.state).toBe('syncing');
    reflector.start();
    await live();
    expect(names()).toEqual(['a']);
  });

  it('lists in pages of 500 where a WATCH can not begin with the list', async () => {
    cluster.streamsLists = false;
    for (let index = 0; index < 1001; index += 1) {
      cluster.put(path, aPodObject(`pod-${index}`));
    }
    reflector.start();
    await live();
    expect(reflector.rows).toHaveLength(1001);
    expect(cluster.calls.filter(call => call.startsWith('GET'))).toHaveLength(
      3,
    );
  });

  it('follows what is added, changed and deleted', async () => {
    reflector.start();
    await live();
    cluster.put(path, aPodObject('a', 'Pending'));
    cluster.put(path, aPodObject('b'));
    cluster.put(path, aPodObject('a', 'Running'));
    cluster.remove(path, 'b');
    await passUntil(() => names().join() === 'a');
    expect(reflector.rows[0]).toMatchObject({ phase: 'Running' });
  });

  it('tells nothing of an update that touches nothing it keeps', async () => {
    cluster.put(path, aPodObject('a'));
    reflector.start();
    await live();
    onChange.mockClear();
    cluster.put(path, aPodObject('a'));
    cluster.put(path, aPodObject('b'));
    await passUntil(() => reflector.rows.length === 2);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('lists anew when its version is gone, and forgets what went meanwhile', async () => {
    cluster.put(path, aPodObject('a'));
    reflector.start();
    await live();
    cluster.endWatches(new ClusterGoneError('gone'));
    await passUntil(() => cluster.openWatches === 0);
    cluster.remove(path, 'a');
    cluster.put(path, aPodObject('b'));
    await passUntil(() => names().join() === 'b');
    expect(reflector.state.state).toBe('live');
  });

  it('watches on from where it was when the server ends the watch', async () => {
    reflector.start();
    await live();
    cluster.put(path, aPodObject('a'));
    await passUntil(() => names().join() === 'a');
    cluster.endWatches();
    await passUntil(() => cluster.requests.length === 2);
    expect(cluster.requests[1].query).toMatchObject({ resourceVersion: '1' });
  });

  it('is denied, and not live by turns, with a right to list and none to watch', async () => {
    cluster.streamsLists = false;
    cluster.put(path, aPodObject('a'));
    cluster.watchFailure = new ClusterDeniedError('may not watch');
    const states = new Set<string>();
    onChange.mockImplementation(() => states.add(reflector.state.state));
    reflector.start();
    await passUntil(() => cluster.requests.length > 8);
    expect([...states]).toEqual(['denied']);
    cluster.watchFailure = undefined;
    await live();
    expect(names()).toEqual(['a']);
  });

  it('is stale while the cluster is away, keeps its rows, and comes back by itself', async () => {
    cluster.put(path, aPodObject('a'));
    reflector.start();
    await live();
    cluster.failure = new Error('away');
    cluster.endWatches(new Error('away'));
    await passUntil(() => reflector.state.state === 'stale');
    expect(names()).toEqual(['a']);
    cluster.failure = undefined;
    await live();
  });

  it.each([
    ['unreachable', new Error('no route')],
    ['denied', new ClusterDeniedError('refused')],
  ])('is %s when it never heard the cluster', async (state, failure) => {
    cluster.failure = failure;
    reflector.start();
    await passUntil(() => reflector.state.state === state);
    expect(reflector.state.problem?.remedy).toMatch(/let the operator/);
  });

  const retries = () => getPauseMs.mock.calls.map(([{ retry }]) => retry);

  it('counts failures anew after a WATCH that told something, however soon it ended', async () => {
    cluster.failure = new ClusterDeniedError('refused');
    reflector.start();
    await passUntil(() => retries().includes(2));
    cluster.failure = undefined;
    await live();
    cluster.put(path, aPodObject('a'));
    await passUntil(() => names().join() === 'a');
    getPauseMs.mockClear();
    cluster.endWatches(new Error('broken'));
    await passUntil(() => retries().length > 0);
    expect(retries()[0]).toBe(0);
  });

  it('counts on while each WATCH ends at once and tells nothing', async () => {
    reflector.start();
    await live();
    for (const retry of [0, 1, 2]) {
      await live();
      cluster.endWatches();
      await passUntil(() => retries().includes(retry));
    }
    expect(retries()).toEqual([0, 1, 2]);
  });

  describe('once two probes in 0.75 s say that the cluster is lost', () => {
    beforeEach(async () => {
      reflector.start();
      await live();
      cluster.failure = new Error('away');
      followed.pulse.doubt();
      await pass(749);
    });

    it('is live until then, and stale at once', async () => {
      expect(reflector.state.state).toBe('live');
      await pass(1);
      expect(reflector.state.state).toBe('stale');
    });

    it('leaves its WATCH within 2 s, others having their turn too', async () => {
      await pass(1_000);
      expect(cluster.openWatches).toBe(1);
      await pass(1);
      expect(cluster.openWatches).toBe(0);
      cluster.failure = undefined;
      await live();
    });

    it('leaves it at once when the cluster answers again before', async () => {
      await pass(750);
      expect(cluster.openWatches).toBe(1);
      cluster.failure = undefined;
      await pass(1);
      expect(cluster.openWatches).toBe(0);
      await live();
    });
  });

  it('is told that a cluster which was away lets nobody in, while it waits', async () => {
    reflector.start();
    await live();
    cluster.failure = new Error('away');
    cluster.endWatches(new Error('away'));
    await passUntil(() => reflector.state.state === 'stale');
    cluster.failure = new ClusterDeniedError('who?', 'sign-in');
    await passUntil(() => reflector.state.state !== 'stale');
    expect(reflector.state.state).toBe('denied');
  });

  it('asks in turns for what it is refused, and is let in long before its own pause ends', async () => {
    getPauseMs.mockReturnValue(60_000);
    cluster.failure = new ClusterDeniedError('refused');
    reflector.start();
    await passUntil(() => reflector.state.state === 'denied');
    cluster.failure = undefined;
    await pass(999);
    expect(reflector.state.state).toBe('denied');
    await pass(1);
    expect(reflector.state.state).toBe('live');
    expect(getPauseMs).toHaveReturnedWith(60_000);
    getPauseMs.mockReturnValue(5);
  });

  it.each([true, false])(
    'keeps 10,000 rows and says that there are more until there are not, streaming lists: %s',
    async streamsLists => {
      cluster.streamsLists = streamsLists;
      for (let index = 0; index < 10_001; index += 1) {
        cluster.put(path, aPodObject(`pod-${index}`));
      }
      reflector.start();
      await live();
      expect(reflector.rows).toHaveLength(10_000);
      expect(reflector.state.problem?.message).toBe(
        "There are more than 10000 pods in namespace 'chat' of cluster 'staging'; the portal keeps no more of them, so what it shows may be wrong",
      );
      cluster.remove(path, 'pod-1');
      cluster.endWatches();
      await passUntil(() => reflector.state.problem === undefined);
      expect(reflector.rows).toHaveLength(10_000);
      await live();
      cluster.put(path, aPodObject('one-more'));
      await passUntil(() => reflector.state.problem !== undefined);
      expect(reflector.rows).toHaveLength(10_000);
    },
  );

  it('keeps little of an object with long texts and lists', async () => {
    const long = 'x'.repeat(1_000_000);
    const containerStatuses = Array.from({ length: 1_000 }, (_, index) => ({
      name: `c-${index}`,
      ...{ image: index === 0 ? long : 'chat:1', imageID: '', ready: false },
      restartCount: 0,
      state: { waiting: { reason: index === 0 ? long : 'Waiting' } },
    }));
    cluster.put(path, {
      ...aPodObject('a', long),
      ...{ spec: { nodeName: long }, status: { containerStatuses } },
    });
    reflector.start();
    await live();
    expect(JSON.stringify(reflector.rows).length).toBeLessThan(50_000);
  });

  it('asks for nothing more once it is stopped', async () => {
    reflector.start();
    await live();
    reflector.stop();
    await passUntil(() => cluster.openWatches === 0);
    const calls = cluster.calls.length;
    expect(jest.getTimerCount()).toBe(0);
    await pass(10 * 60_000);
    expect(cluster.calls).toHaveLength(calls);
  });
});
