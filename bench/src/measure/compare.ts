import { median } from './median';

/** One quantity of both sides in one round; undefined where a side gave none. */
export interface Pair {
  ours?: number;
  peer?: number;
}

/** Both sides over all rounds. */
export interface Comparison {
  ours?: number;
  /** The least and the greatest of ours, where there are several. */
  range?: [number, number];
  peer?: number;
  /** How many times less ours is: the median of the rounds' own ratios, which what disturbs a whole round doesn't touch. */
  ratio?: number;
  /** The least and the greatest of those ratios. */
  spread?: [number, number];
}

/** Medians over the rounds; what is less is better. */
export function compare(pairs: Pair[]): Comparison {
  const ratios = pairs.flatMap(({ ours, peer }) =>
    ours !== undefined && peer !== undefined && ours > 0 ? [peer / ours] : [],
  );
  const ours = pairs.flatMap(pair => pair.ours ?? []);
  return {
    ours: median(ours),
    range: ours.length > 1 ? toExtremes(ours) : undefined,
    peer: median(pairs.flatMap(({ peer }) => peer ?? [])),
    ratio: median(ratios),
    spread: ratios.length > 0 ? toExtremes(ratios) : undefined,
  };
}

function toExtremes(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
