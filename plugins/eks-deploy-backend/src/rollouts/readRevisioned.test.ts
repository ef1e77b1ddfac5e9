import type { RecordStore } from '../records';
import { aRecordedCluster, readRecording } from '../__testUtils__/recordings';
import { aTarget } from '../__testUtils__/target';
import { listPods } from '../pods';
import { listRevisions } from './listRevisions';
import { readRevisionDiff } from './readRevisionDiff';

const clusters = aRecordedCluster(
  readRecording('argo-rollouts', 'canary-paused'),
);
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
    const pods = await listPods(clusters, aTarget(), 'chat');
    expect(new Set(pods.map(({ revision }) => revision))).toEqual(
      new Set([2, 1]),
    );
  });

  it('are missed by their number', async () => {
    await expect(
      readRevisionDiff(clusters, aTarget(), 'chat', { revision: 9 }),
    ).rejects.toThrow('chat has no revision 9');
  });
});
