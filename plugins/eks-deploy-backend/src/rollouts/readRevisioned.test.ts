import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordStore } from '../records';
import { aRecordedCluster, readRecording } from '../__testUtils__/recordings';
import { aTarget } from '../__testUtils__/target';
import { listPods } from '../pods';
import { listRevisions } from './listRevisions';
import { readRevisionDiff } from './readRevisionDiff';

const anArgoCluster = () =>
  aRecordedCluster(readRecording('argo-rollouts', 'canary-paused'));
const clusters = anArgoCluster();
const records = {
  listEffective: async () => [],
} as Partial<RecordStore> as RecordStore;

describe('Revisions of an Argo Rollout', () => {
  it('are listed by its own numbers, with no way back from here', async () => {
    const revisions = await listRevisions(
      { clusters, records },
      aTarget(),
      'chat',
    );
    expect(revisions).toMatchObject([
      {
        number: 2,
        current: true,
        replicas: 1,
        images: [{ image: 'example.com/chat:2' }],
      },
      {
        number: 1,
        current: false,
        replicas: 1,
        blocked: expect.stringContaining('kubectl argo rollouts undo chat'),
      },
    ]);
  });

  it('differ in what somebody changed, not in the label that tells them apart', async () => {
    await expect(
      readRevisionDiff(clusters, aTarget(), 'chat', { revision: 1 }),
    ).resolves.toEqual({
      from: 2,
      to: 1,
      changes: [
        {
          path: 'spec.containers[app].image',
          change: 'changed',
          from: 'example.com/chat:2',
          to: 'example.com/chat:1',
        },
      ],
    });
  });

  it('are told of each pod', async () => {
    const { items: pods } = await listPods(clusters, aTarget(), 'chat');
    expect(new Set(pods.map(({ revision }) => revision))).toEqual(
      new Set([2, 1]),
    );
  });

  it('says which pods there are where events may not be read, and that it did not read them', async () => {
    const cluster = anArgoCluster();
    cluster.failures.set('/events', new ClusterDeniedError('may not'));
    await expect(listPods(cluster, aTarget(), 'chat')).resolves.toEqual({
      items: expect.arrayContaining([expect.objectContaining({ revision: 2 })]),
      unread: ['events'],
    });
  });

  it('does not take an error of the cluster for pods without events', async () => {
    const cluster = anArgoCluster();
    cluster.failures.set('/events', new ServiceUnavailableError('down'));
    await expect(listPods(cluster, aTarget(), 'chat')).rejects.toThrow('down');
  });

  it('are missed by their number', async () => {
    await expect(
      readRevisionDiff(clusters, aTarget(), 'chat', { revision: 9 }),
    ).rejects.toThrow('chat has no revision 9');
  });
});
