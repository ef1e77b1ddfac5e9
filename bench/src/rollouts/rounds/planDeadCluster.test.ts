import { planDeadCluster } from './planDeadCluster';

describe('planDeadCluster', () => {
  it('turns each pair round, so that the cluster stays as it is from one pair to the next', () => {
    const { windows } = planDeadCluster(3);
    expect(windows.map(({ dead }) => dead)).toEqual([
      ...[false, true],
      ...[true, false],
      ...[false, true],
    ]);
  });

  it('puts together what was found in the two windows of a pair', () => {
    const { windows, toPairs } = planDeadCluster(2);
    const found = new Map(
      windows.map(({ name }, index): [string, number[]] => [name, [index]]),
    );
    expect(toPairs(found)).toEqual([
      { alive: [0], dead: [1] },
      { alive: [3], dead: [2] },
    ]);
  });
});
