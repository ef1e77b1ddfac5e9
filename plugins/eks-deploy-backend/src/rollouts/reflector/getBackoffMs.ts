const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before the given retry, the first being 0: from 0.5 s, at random below a limit that doubles from 1 s to 30 s. */
export function getBackoffMs(retry: number, random: number): number {
  const limit = Math.min(LONGEST_MS, 2 * FIRST_MS * 2 ** Math.min(retry, 10));
  return FIRST_MS + random * (limit - FIRST_MS);
}
