import type { Revision } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { aDeployment, aReplicaSet } from '../__testUtils__/builders';
import { getRevisions as getRevisionsOf } from './getRevisions';
import { getRollbackRefusal } from './refusals';
import type { DeploymentRow, ReplicaSetRow } from './rows';

const old = aReplicaSet({
  uid: 'replicaset-1',
  revision: 1,
  replicas: 0,
  template: 'template-1',
});

function getRevisions(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): Revision[] {
  return getRevisionsOf(deployment, replicaSets, replicaSet =>
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
