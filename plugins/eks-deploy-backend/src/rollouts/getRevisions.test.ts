import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  aCondition,
  aDeployment,
  aPod,
  aReplicaSet,
} from '../__testUtils__/builders';
import { getRevisions as getRevisionsOf } from './getRevisions';
import { getRollbackRefusal } from './refusals';
import type { DeploymentRow, PodRow, ReplicaSetRow } from './rows';
import { toRollout } from './toRollout';

const old = aReplicaSet({
  uid: 'replicaset-1',
  revision: 1,
  replicas: 0,
  template: 'template-1',
});

function getRevisions(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[] = [],
): Revision[] {
  return getRevisionsOf(deployment, replicaSets, pods, replicaSet =>
    getRollbackRefusal(deployment, replicaSet),
  ).map(({ revision }) => revision);
}

describe('getRevisions', () => {
  it('lists them newest first and tells which is current', () => {
    expect(getRevisions(aDeployment(), [old, aReplicaSet()])).toMatchObject([
      { number: 2, current: true, replicas: 3 },
      { number: 1, current: false, replicas: 0 },
    ]);
  });

  it('lets a Workload go back to an earlier template', () => {
    expect(getRevisions(aDeployment(), [old])[0].blocked).toBeUndefined();
  });

  it.each([
    ['the current one', {}, aReplicaSet(), /already has the template/],
    ['a paused Deployment', { paused: true }, old, /paused; resume/],
    [
      'a Deployment without a history',
      { historyLimit: 0 },
      old,
      /revisionHistoryLimit/,
    ],
    [
      'a template that is live already',
      {},
      { ...old, template: 'template-2' },
      /already has the template of revision 1/,
    ],
  ])('refuses a rollback for %s', (_, differs, replicaSet, reason) => {
    const [revision] = getRevisions(aDeployment(differs), [replicaSet]);
    expect(revision.blocked).toMatch(reason);
  });

  it('leaves out ReplicaSets of another Deployment and those without a number', () => {
    expect(
      getRevisions(aDeployment(), [
        { ...old, controller: 'deployment-9' },
        { ...old, revision: 0 },
      ]),
    ).toEqual([]);
  });
});

describe('since when a Revision is the current one', () => {
  const progressed = (since: string) =>
    aDeployment({
      revision: 3,
      template: 'template-1',
      conditions: [aCondition('Progressing', 'True', { since })],
    });
  const back = aReplicaSet({
    uid: 'replicaset-1',
    revision: 3,
    reused: true,
    createdAt: '2026-01-01T00:00:00Z',
    template: 'template-1',
  });
  const replaced = aReplicaSet({ replicas: 0 });
  const podAt = (createdAt: string) =>
    aPod({ uid: createdAt, controller: 'replicaset-1', createdAt });

  it.each<[string, DeploymentRow, ReplicaSetRow[], PodRow[], string]>([
    [
      'its creation, whatever progress came after it',
      aDeployment({
        conditions: [
          aCondition('Progressing', 'False', { since: '2026-01-02T09:00:00Z' }),
        ],
      }),
      [aReplicaSet(), old],
      [],
      '2026-01-02T00:00:00Z',
    ],
    [
      'its first new pod where it was brought back',
      progressed('2026-01-03T00:05:00Z'),
      [back, replaced],
      [podAt('2026-01-03T00:00:40Z'), podAt('2026-01-03T00:00:10Z')],
      '2026-01-03T00:00:10Z',
    ],
    [
      'the end of its rollout where its pods were replaced since',
      progressed('2026-01-03T00:05:00Z'),
      [back, replaced],
      [podAt('2026-01-08T00:00:00Z')],
      '2026-01-03T00:05:00Z',
    ],
    [
      'no pod that it kept from when it was current before',
      progressed('2026-01-03T00:05:00Z'),
      [back, replaced],
      [podAt('2026-01-01T00:00:10Z')],
      '2026-01-03T00:05:00Z',
    ],
  ])('is told by %s', (_, deployment, replicaSets, pods, since) => {
    const [revision] = getRevisions(deployment, replicaSets, pods);
    expect(revision).toMatchObject({ current: true, currentSince: since });
    expect(toRollout(deployment, replicaSets, pods).currentSince).toBe(since);
  });

  it('is not known of one that was brought back and has no pod yet, e.g. paused', () => {
    const paused = progressed('2026-01-02T12:00:00Z');
    const waiting = { ...back, replicas: 0 };
    const [revision] = getRevisions(paused, [waiting, replaced]);
    expect(revision).toMatchObject({ current: true, currentSince: undefined });
  });

  it('is not known of one that was brought back and replaced again', () => {
    const [, earlier] = getRevisions(aDeployment({ revision: 4 }), [
      aReplicaSet({ revision: 4 }),
      back,
    ]);
    expect(earlier).toMatchObject({ number: 3, currentSince: undefined });
  });
});

describe('a change cause', () => {
  const caused = (revision: number, changeCause?: string) =>
    aReplicaSet({ uid: `replicaset-${revision}`, revision, changeCause });

  it.each<[string, ReplicaSetRow[], Array<number | undefined>]>([
    [
      'is its own where the one before has another',
      [caused(3, 'c'), caused(2, 'b'), caused(1)],
      [undefined, undefined, undefined],
    ],
    [
      'was kept from the first that has it in a row',
      [caused(9, 'b'), caused(8, 'b'), caused(6, 'b'), caused(5, 'a')],
      [6, 6, undefined, undefined],
    ],
    [
      'was kept where all that are left have it',
      [caused(3, 'b'), caused(2, 'b')],
      [2, undefined],
    ],
    [
      'was kept by none that has none',
      [caused(3), caused(2)],
      [undefined, undefined],
    ],
  ])('%s', (_, replicaSets, kept) => {
    const [{ revision, changeCause }] = replicaSets;
    const deployment = aDeployment({ revision, changeCause });
    expect(
      getRevisions(deployment, replicaSets).map(
        ({ changeCauseFrom }) => changeCauseFrom,
      ),
    ).toEqual(kept);
    expect(toRollout(deployment, replicaSets, []).changeCauseFrom).toBe(
      kept[0],
    );
  });
});
