import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `read` gives something truthy, for at most `timeoutMs`. */
export async function eventually<T>(
  what: string,
  read: () => T | undefined | false,
  timeoutMs = 25_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`It never happened that ${what}.`);
    await sleep(20);
  }
}
