import type { PodRow } from './rows';
import { getStuckAt } from './status/getStuckFinding';

/** Node takes a longer one for none. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** In how many milliseconds time alone changes a verdict, as no event tells that a pod does not go away. */
export function getNextLookMs(pods: PodRow[], now: Date): number | undefined {
  const next = pods
    .map(getStuckAt)
    .filter(at => at !== undefined && at > now.getTime())
    .reduce<number>((first, at) => Math.min(first, at ?? first), Infinity);
  return Number.isFinite(next)
    ? Math.min(next - now.getTime(), LONGEST_TIMER_MS)
    : undefined;
}
