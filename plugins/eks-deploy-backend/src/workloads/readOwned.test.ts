import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aDeploymentObject } from '../__testUtils__/objects';
import { aRecordedCluster, readRecording } from '../__testUtils__/recordings';
import { aTarget } from '../__testUtils__/target';
import { readOwnedWorkload, readPods } from './readOwned';

const deployments = '/apis/apps/v1/namespaces/chat/deployments';
const target = aTarget();

function aTakenTemplate() {
  return aRecordedCluster(
    readRecording('argo-rollouts', 'template-of-a-deployment'),
  );
}

describe('readOwnedWorkload', () => {
  it('finds an Argo Rollout, its ReplicaSets and their pods', async () => {
    const cluster = aRecordedCluster(
      readRecording('argo-rollouts', 'canary-paused'),
    );
    const owned = await readOwnedWorkload(cluster, target, 'chat');
    expect(owned.kind).toBe('ArgoRollout');
    expect(owned.replicaSets).toHaveLength(2);
    const pods = await readPods(cluster, target, owned);
    expect(new Set(pods.map(({ spec }) => spec?.containers[0].image))).toEqual(
      new Set(['example.com/chat:1', 'example.com/chat:2']),
    );
  });

  it('finds the Argo Rollout where a Deployment of its name lends its template and runs nothing', async () => {
    const owned = await readOwnedWorkload(aTakenTemplate(), target, 'chat');
    expect(owned.kind).toBe('ArgoRollout');
  });

  it('finds the Deployment as long as that runs something', async () => {
    const cluster = aTakenTemplate();
    cluster.put(deployments, aDeploymentObject({ name: 'chat', desired: 3 }));
    const owned = await readOwnedWorkload(cluster, target, 'chat');
    expect(owned.kind).toBe('Deployment');
  });

  it.each([
    ['Argo Rollouts are not installed', new NotFoundError('no such kind')],
    ['the role may not read them', new ClusterDeniedError('may not')],
  ])('finds a stopped Deployment when %s', async (_, failure) => {
    const cluster = new FakeCluster();
    cluster.put(deployments, aDeploymentObject({ desired: 0 }));
    cluster.failures.set('/rollouts', failure);
    const owned = await readOwnedWorkload(cluster, target, 'chat-backend');
    expect(owned.kind).toBe('Deployment');
  });

  it('does not guess while the cluster does not answer', async () => {
    const cluster = aTakenTemplate();
    cluster.failures.set('/rollouts', new ServiceUnavailableError('down'));
    await expect(readOwnedWorkload(cluster, target, 'chat')).rejects.toThrow(
      'down',
    );
  });

  it.each(['/statefulsets/chat-store', '/daemonsets/chat-store'])(
    'does not take a failure of %s for a Workload that is not there',
    async path => {
      const cluster = new FakeCluster();
      cluster.failures.set(path, new ServiceUnavailableError('down'));
      await expect(
        readOwnedWorkload(cluster, target, 'chat-store'),
      ).rejects.toThrow('down');
    },
  );

  it('does not take a sign-in that failed for a missing right', async () => {
    const cluster = new FakeCluster();
    const failure = new ClusterDeniedError('sign in', 'sign-in');
    cluster.failures.set('/rollouts', failure);
    await expect(readOwnedWorkload(cluster, target, 'chat')).rejects.toThrow(
      'sign in',
    );
  });

  it('says which kinds it could not look through', async () => {
    const cluster = new FakeCluster();
    cluster.failures.set(
      '/statefulsets/chat-store',
      new ClusterDeniedError('may not'),
    );
    cluster.failures.set('/chat-store', new NotFoundError('none'));
    await expect(
      readOwnedWorkload(cluster, target, 'chat-store'),
    ).rejects.toThrow(
      /has no Workload 'chat-store'.*; it may be one of the StatefulSets, which the portal's role may not read there$/,
    );
  });

  it("does not find another component's", async () => {
    await expect(
      readOwnedWorkload(
        aTakenTemplate(),
        aTarget({ kubernetesId: 'orders' }),
        'chat',
      ),
    ).rejects.toThrow("has no Workload 'chat'");
  });
});
