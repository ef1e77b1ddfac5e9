import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from '../../parts/clock';

/**
 * Does something again and again until the signal, at fixed times, whether or not the time before has ended: a slow
 * cluster gets no fewer events.
 *
 * @returns How often; waits for the last to end, and throws the first error of all.
 */
export async function every(
  intervalMs: number,
  signal: AbortSignal,
  act: (count: number) => Promise<unknown>,
): Promise<number> {
  const startedAt = nowMs();
  const acting: Array<Promise<unknown>> = [];
  while (!signal.aborted) {
    const acted = act(acting.length);
    // Thrown in the end, and not unhandled until then.
    acted.catch(() => {});
    acting.push(acted);
    const due = startedAt + acting.length * intervalMs;
    await sleep(Math.max(0, due - nowMs()), undefined, { signal }).catch(
      () => {},
    );
  }
  await Promise.all(acting);
  return acting.length;
}
