import { isDeepStrictEqual } from 'node:util';
import type { BenchSize } from '../options';
import type { Result } from './writeResult';

/** The result of all parts, of which some were run again. */
export function mergeResult(earlier: Result, again: Result): Result {
  return { ...again, metrics: { ...earlier.metrics, ...again.metrics } };
}

/** @throws Error if a table of both sizes would compare what can't be. */
export function requireSameSize(earlier: BenchSize, again: BenchSize): void {
  if (!isDeepStrictEqual(earlier, again)) {
    throw new Error(
      'The other parts of the result were measured in another size: run all parts, or give another --output.',
    );
  }
}
