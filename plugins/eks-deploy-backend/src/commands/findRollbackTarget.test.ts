import { aDeploymentObject, aReplicaSetObject } from '../__testUtils__/objects';
import { findRollbackTarget } from './findRollbackTarget';

const ofAnother = aReplicaSetObject(4, { controller: 'deployment-9' });
const replicaSets = [
  aReplicaSetObject(5),
  aReplicaSetObject(7),
  aReplicaSetObject(6),
  ofAnother,
];

describe('findRollbackTarget', () => {
  it('finds the ReplicaSet of a revision', () => {
    expect(findRollbackTarget(aDeploymentObject(), replicaSets, 5)).toBe(
      replicaSets[0],
    );
  });

  it("names the revisions there are, leaving out the live one and another Deployment's", () => {
    expect(() =>
      findRollbackTarget(aDeploymentObject(), replicaSets, 4),
    ).toThrow('chat-backend has no revision 4; it can go back to 6, 5');
  });

  it('says so when there is none to go back to', () => {
    expect(() =>
      findRollbackTarget(aDeploymentObject(), [aReplicaSetObject(7)], 5),
    ).toThrow('nor any other to go back to; redeploy an earlier image');
  });

  it('refuses a Deployment that keeps no history', () => {
    expect(() =>
      findRollbackTarget(
        aDeploymentObject({ revisionHistoryLimit: 0 }),
        replicaSets,
        5,
      ),
    ).toThrow('set its spec.revisionHistoryLimit to 1 or more');
  });
});
