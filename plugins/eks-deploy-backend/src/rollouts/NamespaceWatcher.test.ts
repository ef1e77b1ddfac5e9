import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { waitUntil } from '../__testUtils__/waitUntil';
import { NamespaceWatcher } from './NamespaceWatcher';
import { FollowedCluster } from './reflector/FollowedCluster';

describe('NamespaceWatcher', () => {
  const cluster = new FakeCluster();
  const logger = mockServices.logger.mock();
  const watcher = new NamespaceWatcher({
    clusters: cluster,
    logger,
    cluster: 'staging',
    followed: new FollowedCluster(cluster),
    namespace: 'chat',
  });

  afterAll(() => watcher.stop());

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
