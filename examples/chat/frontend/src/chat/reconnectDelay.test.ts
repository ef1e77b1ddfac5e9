import { describe, expect, it } from 'vitest';
import { reconnectDelay } from './reconnectDelay';

describe('reconnectDelay', () => {
  it.each([
    [0, 1_000],
    [1, 2_000],
    [4, 16_000],
    [5, 30_000],
    [50, 30_000],
  ])('waits, before attempt %i, up to %i ms', (attempt, longest) => {
    expect(reconnectDelay(attempt, () => 1)).toBe(longest);
    expect(reconnectDelay(attempt, () => 0)).toBe(0);
  });
});
