import type {
  DeploymentRecord,
  Rollout,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { anImage, aRecord, aRollout } from '../testing';
import { getRecordRelation } from './getRecordRelation';

const image = anImage('1.4.2');

describe('getRecordRelation', () => {
  it.each<
    [string, Partial<DeploymentRecord>, Partial<Rollout>, string | undefined]
  >([
    ['made the current Revision', {}, {}, 'current'],
    ['made it and failed at its deadline', { status: 'failed' }, {}, 'current'],
    ['goes on', { fromRevision: 8, status: 'running' }, {}, 'current'],
    [
      'was refused by the cluster, before another change made the next Revision',
      { status: 'failed' },
      { currentSince: '2026-11-20T11:58:00.000Z' },
      'before',
    ],
    ['was followed by another change', {}, { revision: 9 }, 'before'],
    ['was superseded', { status: 'superseded' }, {}, 'before'],
    [
      'failed on the current Revision',
      { status: 'failed', fromRevision: 8 },
      {},
      'current',
    ],
    [
      'led to the image that it is at',
      { command: 'redeploy', image },
      {},
      'current',
    ],
    [
      'led to another image than it is at',
      { command: 'redeploy', image: anImage('1.0.0') },
      {},
      'before',
    ],
    [
      'changed nothing, as its image was there already',
      { command: 'redeploy', image, fromRevision: 8 },
      {},
      'current',
    ],
    [
      'was of a Workload that was deleted',
      {},
      { createdAt: '2026-11-20T11:55:00.000Z' },
      undefined,
    ],
  ])('of one that %s', (_, record, rollout, relation) => {
    expect(
      getRecordRelation(
        aRecord(record),
        aRollout({
          revision: 8,
          currentSince: '2026-11-20T11:50:00.000Z',
          ...rollout,
        }),
      ),
    ).toBe(relation);
  });
});
