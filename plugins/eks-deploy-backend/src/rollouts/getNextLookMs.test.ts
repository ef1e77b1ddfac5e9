import { aPod } from '../__testUtils__/builders';
import { getNextLookMs } from './getNextLookMs';

const now = new Date('2026-01-02T00:00:00Z');

describe('getNextLookMs', () => {
  it('is when the first pod that goes away will count as stuck', () => {
    const pods = [
      aPod({ terminating: true, terminatesBy: '2026-01-02T00:01:00Z' }),
      aPod({ terminating: true, terminatesBy: '2026-01-02T00:00:10Z' }),
      aPod({ terminating: true, terminatesBy: '2026-01-01T00:00:00Z' }),
      aPod(),
    ];
    expect(getNextLookMs(pods, now)).toBe(40_000);
  });

  it('is never when none goes away, and not too far for a timer', () => {
    expect(getNextLookMs([aPod()], now)).toBeUndefined();
    const patient = aPod({ terminatesBy: '2027-01-01T00:00:00Z' });
    expect(getNextLookMs([patient], now)).toBe(2 ** 31 - 1);
  });
});
