/**
 * Milliseconds to wait before an attempt to connect again: anything up to 1 s, then 2 s, 4 s … 30 s. By chance within
 * that, because all clients of a replica that ends lose it at the same moment and must not come back at the same moment.
 */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(1_000 * 2 ** attempt, 30_000);
}
