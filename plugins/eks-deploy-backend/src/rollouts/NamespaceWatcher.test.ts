import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { holdBack } from '../__testUtils__/holdBack';
import { waitUntil } from '../__testUtils__/waitUntil';
import { NamespaceWatcher } from './NamespaceWatcher';
import { FollowedCluster } from './reflector/FollowedCluster';

describe('NamespaceWatcher', () => {
  let cluster: FakeCluster;
  let watcher: NamespaceWatcher;
  const logger = mockServices.logger.mock();

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
    await waitUntil(() => watcher.state.state === 'live');
    await sleep(50);
    expect(watcher.settled).toBe(false);
    const told = jest.fn();
    watcher.subscribe(told);
    tellEvents();
    await waitUntil(() => watcher.settled);
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
    await waitUntil(() => asked('pods') === 2);
    expect(watcher.state.state).toBe('denied');
    cluster.failures.delete('/pods');
    await waitUntil(() => watcher.state.state === 'live');
    await sleep(50);
    expect([asked('events'), asked('ingresses')]).toEqual([1, 1]);
    expect(
      logger.warn.mock.calls.filter(([text]) => text.includes('pods')),
    ).toHaveLength(1);
  });
});
