import { aRecordedCluster, readRecording } from '../__testUtils__/recordings';
import { aDeploymentObject } from '../__testUtils__/objects';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aTarget } from '../__testUtils__/target';
import { readCommandable } from './readCommandable';

const deployments = '/apis/apps/v1/namespaces/chat/deployments';

function aCluster(state: string) {
  return aRecordedCluster(readRecording('argo-rollouts', state));
}

describe('readCommandable', () => {
  it.each([
    ['an Argo Rollout', 'healthy'],
    [
      'a Deployment whose template an Argo Rollout takes',
      'template-of-a-deployment',
    ],
  ])('refuses %s, with what to use instead', async (_, state) => {
    await expect(
      readCommandable(aCluster(state), aTarget(), 'chat'),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('kubectl argo rollouts'),
    });
  });

  it('reads a Deployment without asking for Argo Rollouts', async () => {
    const cluster = new FakeCluster();
    cluster.put(deployments, aDeploymentObject());
    await readCommandable(cluster, aTarget(), 'chat-backend');
    expect(cluster.calls).toEqual([`GET ${deployments}/chat-backend`]);
  });

  it('reads one that somebody stopped', async () => {
    const cluster = aCluster('healthy');
    cluster.put(deployments, aDeploymentObject({ desired: 0 }));
    await expect(
      readCommandable(cluster, aTarget(), 'chat-backend'),
    ).resolves.toMatchObject({ metadata: { name: 'chat-backend' } });
  });

  it('misses what is neither', async () => {
    await expect(
      readCommandable(aCluster('healthy'), aTarget(), 'chat-frontend'),
    ).rejects.toThrow("has no Workload 'chat-frontend'");
  });
});
