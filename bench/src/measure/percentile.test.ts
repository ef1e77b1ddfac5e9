import { percentile } from './percentile';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0, 1],
  ])('gives the value that %d of all are not above', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('gives the only value there is', () => {
    expect(percentile([7], 0.5)).toBe(7);
  });

  it('compares numbers as numbers', () => {
    expect(percentile([10, 9, 100], 1)).toBe(100);
  });

  it('gives nothing for no values', () => {
    expect(percentile([], 0.5)).toBeUndefined();
  });
});
