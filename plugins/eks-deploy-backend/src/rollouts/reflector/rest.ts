import { setTimeout as sleep } from 'node:timers/promises';

/** Waits that long or until the signal, and keeps no process alive. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {});
}
