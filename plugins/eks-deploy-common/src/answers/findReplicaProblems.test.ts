import { findReplicaProblems } from './findReplicaProblems';

describe('findReplicaProblems', () => {
  it('accepts as many pods at most as at least', () => {
    expect(findReplicaProblems({ minReplicas: 3, maxReplicas: 3 })).toEqual([]);
  });

  it('refuses fewer pods at most than at least', () => {
    expect(findReplicaProblems({ minReplicas: 5, maxReplicas: 4 })).toEqual([
      'maxReplicas: 4 is less than minReplicas, 5; use 5 or more',
    ]);
  });

  it('says nothing of a number that is not given yet', () => {
    expect(findReplicaProblems({ maxReplicas: 4 })).toEqual([]);
    expect(findReplicaProblems({ minReplicas: 4 })).toEqual([]);
  });
});
