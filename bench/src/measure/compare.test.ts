import { compare } from './compare';

describe('compare', () => {
  it('takes the median of the ratios, not the ratio of the medians', () => {
    expect(
      compare([
        { ours: 1, peer: 10 },
        { ours: 2, peer: 10 },
        { ours: 100, peer: 200 },
      ]),
    ).toEqual({
      ...{ ours: 2, range: [1, 100], peer: 10 },
      ...{ ratio: 5, spread: [2, 10] },
    });
  });

  it('takes the mean of the two rounds in the middle', () => {
    expect(
      compare([
        { ours: 1, peer: 4 },
        { ours: 3, peer: 6 },
      ]),
    ).toEqual({
      ...{ ours: 2, range: [1, 3], peer: 5 },
      ...{ ratio: 3, spread: [2, 4] },
    });
  });

  it('gives no range of a single value', () => {
    expect(compare([{ ours: 5, peer: 5 }, { peer: 3 }]).range).toBeUndefined();
  });

  it('gives no ratio where a side gave no value or ours cost nothing', () => {
    expect(compare([{ ours: 5 }, { ours: 0, peer: 3 }])).toEqual({
      ours: 2.5,
      range: [0, 5],
      peer: 3,
      ratio: undefined,
      spread: undefined,
    });
  });
});
