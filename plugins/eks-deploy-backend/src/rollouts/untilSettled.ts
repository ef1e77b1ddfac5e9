import { EventEmitter, once } from 'node:events';
import type { NamespacePlace, NamespaceWatchers } from './NamespaceWatchers';

/** How long what can be done without is waited for once the rest is there. */
const EXTRAS_MS = 1_000;

/**
 * Waits until a namespace's view is as telling as it gets: what a verdict needs, and then, briefly, what explains it.
 *
 * Who reads once would otherwise hear a verdict without its cause, only because the Events came a moment later.
 *
 * @param patienceMs - The longest wait for what is needed; it ends in time whether the cluster answers or not.
 */
export async function untilSettled(
  watchers: Pick<NamespaceWatchers, 'acquire'>,
  place: NamespacePlace,
  { patienceMs }: { patienceMs: number },
): Promise<void> {
  const told = new EventEmitter();
  const { watcher, release } = watchers.acquire(place, () => told.emit('told'));
  const until = async (holds: () => boolean, ms: number) => {
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(() => over.abort(), ms).unref();
    while (!holds() && !signal.aborted) {
      // Rejects when the time is over, and for nothing else.
      await once(told, 'told', { signal }).catch(() => {});
    }
    clearTimeout(timer);
  };
  try {
    await until(() => watcher.state.state !== 'syncing', patienceMs);
    if (watcher.state.state === 'live') {
      await until(() => watcher.settled, Math.min(EXTRAS_MS, patienceMs));
    }
  } finally {
    release();
  }
}
