const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before the given retry, the first being 0: full jitter below a limit that doubles up to 30 s. */
export function getBackoffMs(retry: number, random = Math.random()): number {
  const limit = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retry, 10));
  return Math.max(FIRST_MS, random * limit);
}
