import { slope } from './slope';

describe('slope', () => {
  it('finds the growth of a line', () => {
    const samples = [0, 1, 2, 5].map(at => ({ at, value: 7 + 3 * at }));
    expect(slope(samples)).toBeCloseTo(3);
  });

  it('is flat for what goes up and down', () => {
    const samples = [1, -1, -1, 1].map((value, at) => ({ at, value }));
    expect(slope(samples)).toBeCloseTo(0);
  });

  it('is flat for one sample', () => {
    expect(slope([{ at: 1, value: 9 }])).toBe(0);
  });
});
