/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to `most`. */
  upTo(most: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    /* eslint-disable no-bitwise */
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    /* eslint-enable no-bitwise */
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    upTo,
    oneIn: times => upTo(times - 1) === 0,
    pick: items => items[upTo(items.length - 1)],
  };
}
