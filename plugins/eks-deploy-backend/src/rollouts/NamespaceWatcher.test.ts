import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { fakeTime, pass, passUntil } from '../__testUtils__/fakeTime';
import { holdBack } from '../__testUtils__/holdBack';
import { NamespaceWatcher } from './NamespaceWatcher';
import { FollowedCluster } from './reflector/FollowedCluster';

const MINUTE = 60_000;

describe('NamespaceWatcher', () => {
  let cluster: FakeCluster;
  let watcher: NamespaceWatcher;
  const logger = mockServices.logger.mock();

  fakeTime();

  beforeEach(() => {
    cluster = new FakeCluster();
    watcher = new NamespaceWatcher({
      clusters: cluster,
      logger,
      cluster: 'staging',
      followed: new FollowedCluster({
        clusters: cluster,
        logger,
        cluster: 'staging',
        random: () => 0.5,
      }),
      namespace: 'chat',
    });
  });

  afterEach(() => watcher.stop());

  it('is settled once what it can do without has answered too, or never will', async () => {
    const tellEvents = holdBack(cluster, '/events');
    cluster.failures
      .set('/ingresses', new ClusterDeniedError('may not'))
      .set('/rollouts', new NotFoundError('no such kind'));
    watcher.start();
    await passUntil(() => watcher.state.state === 'live');
    await pass(MINUTE);
    expect(watcher.settled).toBe(false);
    const told = jest.fn();
    watcher.subscribe(told);
    tellEvents();
    await passUntil(() => watcher.settled);
    expect(told).toHaveBeenCalled();
  });

  it('asks again soon for what it needs and rarely for what it can do without', async () => {
    cluster.failures
      .set('/pods', new ClusterDeniedError('may not'))
      .set('/events', new ClusterDeniedError('may not'))
      .set('/ingresses', new NotFoundError('no such kind'));
    const asked = (plural: string) =>
      cluster.calls.filter(call => call.endsWith(`/${plural}`)).length;
    watcher.start();
    await passUntil(() => asked('pods') === 2);
    expect(watcher.state.state).toBe('denied');
    cluster.failures.delete('/pods');
    await passUntil(() => watcher.state.state === 'live');
    await pass(4.9 * MINUTE);
    expect([asked('events'), asked('ingresses')]).toEqual([1, 1]);
    await pass(0.1 * MINUTE);
    expect([asked('events'), asked('ingresses')]).toEqual([2, 2]);
    expect(
      logger.warn.mock.calls.filter(([text]) => text.includes('pods')),
    ).toHaveLength(1);
  });
});
