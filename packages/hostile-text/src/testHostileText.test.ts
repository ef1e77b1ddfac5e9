/* eslint-disable regexp/no-super-linear-move, regexp/no-super-linear-backtracking -- what the limit is for */
import { hostileTexts } from './hostileTexts';
import { runBounded } from './runBounded';

const texts = new Map(hostileTexts);

describe('runBounded', () => {
  it.each([
    ['"token-"…', /\b[\w-]*token[\w-]*[:=]/],
    ['"1"…!', /(\d+(?:\.\d+)?)(?:h|ms|s)/g],
    ['" "…!', /\s+$/],
  ])('ends what does not end by itself with %s: %s', (name, pattern) => {
    expect(() =>
      runBounded(() => texts.get(name)?.replace(pattern, ''), 500),
    ).toThrow('timed out');
  });

  it('lets functions reject text', () => {
    expect(() =>
      runBounded(() => {
        throw new Error('no');
      }),
    ).not.toThrow();
  });
});
