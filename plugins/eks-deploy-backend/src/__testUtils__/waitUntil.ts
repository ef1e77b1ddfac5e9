import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_MS = 15_000;

/** Resolves once it is so, and fails when it is not for a quarter of a minute. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!isSo()) {
    if (Date.now() > end) {
      throw new Error(`This never became true: ${isSo}`);
    }
    await sleep(5);
  }
}
