import { aDeployment, aReplicaSet } from '../__testUtils__/builders';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { OpenRecord, RolloutTrail } from '../records';
import { findRevisionRecord } from './findRevisionRecord';
import { getCommit } from './getCommit';

function aRecord(differs: Partial<DeploymentRecord>): DeploymentRecord {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    command: 'rollback',
    status: 'succeeded',
    entityRef: 'component:default/chat',
    environment: 'production',
    cluster: 'production',
    namespace: 'chat',
    kind: 'Deployment',
    workload: 'chat-backend',
    requestedBy: 'user:default/guest',
    requestedAt: '2026-01-02T00:00:00Z',
    fromRevision: 1,
    ...differs,
  };
}

/** What our own change of that Deployment to the ReplicaSet's template leaves behind. */
const trail: RolloutTrail = {
  type: 'rollout',
  uid: 'deployment-1',
  template: 'template-2',
  written: true,
};

function find(...records: OpenRecord[]): string | undefined {
  return findRevisionRecord(aDeployment(), aReplicaSet(), records)?.id;
}

describe('findRevisionRecord', () => {
  it('finds the newest that went on from the Revision before', () => {
    expect(
      find(
        { record: aRecord({ id: 'c', fromRevision: 2 }) },
        { record: aRecord({ id: 'b' }) },
        { record: aRecord({ id: 'a' }) },
      ),
    ).toBe('b');
  });

  it.each<[string, Partial<DeploymentRecord>]>([
    ['one that did nothing', { status: 'failed' }],
    [
      'one of a Workload that had the same name',
      { requestedAt: '2025-12-31T00:00:00Z' },
    ],
    [
      'one of another image',
      { command: 'redeploy', image: 'registry.example.com/chat:3' },
    ],
  ])('passes over %s', (_, differs) => {
    expect(find({ record: aRecord(differs) })).toBeUndefined();
  });

  it('finds one whose change was made, though its rollout failed', () => {
    const record = aRecord({ status: 'failed' });
    expect(find({ record, trail })).toBe(record.id);
  });

  it.each<[string, Partial<RolloutTrail>, Partial<DeploymentRecord>]>([
    ['another template', { template: 'template-9' }, {}],
    ['a Workload that had the same name', { uid: 'deployment-0' }, {}],
    [
      'a change that the cluster refused',
      { written: undefined },
      { status: 'failed' },
    ],
    ['an earlier time that it was there', {}, { fromRevision: 0 }],
  ])('passes over one whose trail leads to %s', (_, left, differs) => {
    expect(
      find({ record: aRecord(differs), trail: { ...trail, ...left } }),
    ).toBeUndefined();
  });
});

describe('getCommit', () => {
  const id = '0a1b2c3d4e'.repeat(4);
  const repository = { host: 'github.com', owner: 'example-org', name: 'chat' };

  it.each([
    [`registry.example.com/chat:${id}`, id],
    [`registry.example.com/chat:${id}-2@sha256:00`, id],
    ['registry.example.com/chat:1.4.2', undefined],
    [`registry.example.com/chat@sha256:${id}`, undefined],
  ])('of %s', (image, commit) => {
    expect(getCommit([{ container: 'app', image }], repository)?.id).toBe(
      commit,
    );
  });

  it('has an address where the repository is known', () => {
    const images = [{ container: 'app', image: `chat:${id}` }];
    expect(getCommit(images, repository)?.url).toBe(
      `https://github.com/example-org/chat/commit/${id}`,
    );
    expect(getCommit(images, undefined)).toEqual({ id, url: undefined });
  });
});
