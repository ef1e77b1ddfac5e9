import { breakEven } from './breakEven';

describe('breakEven', () => {
  it('is where one more poller makes up for the watching', () => {
    expect(breakEven({ ours: 30, peer: 9_000, viewers: 100 })).toBeCloseTo(
      1 / 3,
    );
    expect(breakEven({ ours: 600, peer: 9_000, viewers: 10 })).toBeCloseTo(
      2 / 3,
    );
  });

  it('can be more viewers than there were', () => {
    expect(breakEven({ ours: 300, peer: 100, viewers: 10 })).toBe(30);
  });

  it('is none below zero, where the noise is more than the cost', () => {
    expect(breakEven({ ours: -1, peer: 10, viewers: 1 })).toBe(0);
  });

  it('is unknown when polling cost nothing', () => {
    expect(breakEven({ ours: 1, peer: 0, viewers: 1 })).toBeUndefined();
  });
});
