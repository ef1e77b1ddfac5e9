const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: anything up to a ceiling that doubles with each failure (full jitter), so that
 * the viewers of a backend that was restarted don't come back all at once.
 *
 * @param attempt - how many tries have failed in a row before this one, from 0.
 */
export function getBackoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (attempt + 1));
  return SHORTEST_MS + random() * (ceiling - SHORTEST_MS);
}
