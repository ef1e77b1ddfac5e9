import { getBackoffMs } from './backoff';

describe('getBackoffMs', () => {
  it.each([
    [0, 500, 1_000],
    [1, 500, 2_000],
    [4, 500, 16_000],
    [5, 500, 30_000],
    [60, 500, 30_000],
  ])('waits, after %i failures, from %i to %i ms', (attempt, from, to) => {
    expect(getBackoffMs(attempt, () => 0)).toBe(from);
    expect(getBackoffMs(attempt, () => 1)).toBe(to);
  });
});
