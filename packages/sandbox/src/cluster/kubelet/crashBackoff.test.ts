import { crashBackoff } from './crashBackoff';

describe('crashBackoff', () => {
  it.each([
    [1, 0, '0s'],
    [2, 1000, '10s'],
    [3, 2000, '20s'],
    [5, 8000, '1m20s'],
    [9, 30_000, '5m0s'],
    [50, 30_000, '5m0s'],
  ])('after %d crashes waits %d ms and says %s', (crashes, ms, text) => {
    expect(crashBackoff(crashes)).toEqual({ ms, text });
  });
});
