import { isAtLeast } from './go';

describe('isAtLeast', () => {
  it.each([
    ['1.26.0', '1.26.0', true],
    ['1.26.8', '1.26.0', true],
    ['1.27', '1.26.3', true],
    ['1.27rc1', '1.26.3', true],
    ['2.0.0', '1.26.0', true],
    ['1.9.9', '1.26.0', false],
    ['1.26', '1.26.1', false],
    ['1.25.11', '1.26.0', false],
  ])('of Go %s, where %s is needed, is the answer', (have, need, answer) => {
    expect(isAtLeast(have, need)).toBe(answer);
  });
});
