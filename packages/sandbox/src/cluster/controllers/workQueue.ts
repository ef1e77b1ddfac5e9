import type { ObjectKey } from '../objects';

/** Handles one key; answers with the milliseconds after which to look again, if at all. */
export type Reconcile = (key: ObjectKey) => number | undefined;

const RETRY_MS = 100;

/**
 * Keys to look at, each at most once at a time: what was added while a key waits is one visit. A visit that throws
 * (most often a conflict) is repeated a little later.
 */
export class WorkQueue {
  private readonly timers = new Map<
    string,
    { at: number; timer: NodeJS.Timeout }
  >();
  private stopped = false;

  constructor(
    private readonly reconcile: Reconcile,
    private readonly onError: (error: unknown, key: ObjectKey) => void,
  ) {}

  /** Visits a key after `delay` milliseconds, or earlier if it is already due before. */
  add(key: ObjectKey, delay = 0): void {
    if (this.stopped) return;
    const id = `${key.namespace ?? ''}/${key.name}`;
    const at = Date.now() + delay;
    const waiting = this.timers.get(id);
    if (waiting && waiting.at <= at) return;
    clearTimeout(waiting?.timer);
    const timer = setTimeout(() => {
      this.timers.delete(id);
      this.visit(key);
    }, delay);
    this.timers.set(id, { at, timer });
  }

  stop(): void {
    this.stopped = true;
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private visit(key: ObjectKey): void {
    try {
      const again = this.reconcile(key);
      if (again !== undefined) this.add(key, again);
    } catch (error) {
      this.onError(error, key);
      this.add(key, RETRY_MS);
    }
  }
}
