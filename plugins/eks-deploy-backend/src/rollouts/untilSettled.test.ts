import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { fakeTime, pass } from '../__testUtils__/fakeTime';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { holdBack } from '../__testUtils__/holdBack';
import { NamespaceWatchers } from './NamespaceWatchers';
import { untilSettled } from './untilSettled';

const place = { cluster: 'staging', namespace: 'chat' };

describe('untilSettled', () => {
  let cluster: FakeCluster;
  let watchers: NamespaceWatchers;

  fakeTime();

  beforeEach(() => {
    cluster = new FakeCluster();
    watchers = new NamespaceWatchers({
      most: 10,
      clusters: cluster,
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(() => watchers.stop());

  function look() {
    const { watcher, release } = watchers.acquire(place, () => {});
    release();
    return { state: watcher.state.state, settled: watcher.settled };
  }

  /** Whether the wait is over, once this many milliseconds of it have passed. */
  function wait() {
    let over = false;
    void untilSettled(watchers, place, { patienceMs: 4_000 }).then(() => {
      over = true;
    });
    return async (ms = 0) => {
      await pass(ms);
      return over;
    };
  }

  it('waits for what explains a verdict too', async () => {
    const tellEvents = holdBack(cluster, '/events');
    const isOver = wait();
    expect(await isOver(999)).toBe(false);
    tellEvents();
    expect(await isOver()).toBe(true);
    expect(look()).toEqual({ state: 'live', settled: true });
  });

  it('waits for it only for a moment', async () => {
    holdBack(cluster, '/events');
    const isOver = wait();
    expect(await isOver(999)).toBe(false);
    expect(await isOver(1)).toBe(true);
    expect(look()).toEqual({ state: 'live', settled: false });
  });

  it('waits for what is needed no longer than it may', async () => {
    holdBack(cluster, '/pods');
    const isOver = wait();
    expect(await isOver(3_999)).toBe(false);
    expect(await isOver(1)).toBe(true);
    expect(look().state).toBe('syncing');
  });

  it('does not wait for what explains nothing', async () => {
    cluster.failures.set('/pods', new ServiceUnavailableError('down'));
    holdBack(cluster, '/events');
    expect(await wait()()).toBe(true);
    expect(look().state).toBe('unreachable');
  });
});
