import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { holdBack } from '../__testUtils__/holdBack';
import { NamespaceWatchers } from './NamespaceWatchers';
import { untilSettled } from './untilSettled';

const place = { cluster: 'staging', namespace: 'chat' };

describe('untilSettled', () => {
  let cluster: FakeCluster;
  let watchers: NamespaceWatchers;

  beforeEach(() => {
    cluster = new FakeCluster();
    watchers = new NamespaceWatchers({
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

  it('waits for what explains a verdict too', async () => {
    const tellEvents = holdBack(cluster, '/events');
    const settled = untilSettled(watchers, place, {
      patienceMs: 4_000,
      extrasMs: 4_000,
    });
    setTimeout(tellEvents, 100);
    await settled;
    expect(look()).toEqual({ state: 'live', settled: true });
  });

  it('waits for it only for a moment', async () => {
    holdBack(cluster, '/events');
    await untilSettled(watchers, place, { patienceMs: 4_000, extrasMs: 50 });
    expect(look()).toEqual({ state: 'live', settled: false });
  });

  it('waits for what is needed no longer than it may', async () => {
    holdBack(cluster, '/pods');
    await untilSettled(watchers, place, { patienceMs: 50 });
    expect(look().state).toBe('syncing');
  });

  it('does not wait for what explains nothing', async () => {
    cluster.failures.set('/pods', new ServiceUnavailableError('down'));
    holdBack(cluster, '/events');
    await untilSettled(watchers, place, {
      patienceMs: 4_000,
      extrasMs: 1_000_000,
    });
    expect(look().state).toBe('unreachable');
  });
});
