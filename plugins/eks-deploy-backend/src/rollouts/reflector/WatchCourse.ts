/** A WATCH that ends sooner did not work, whatever the server says. */
const SHORTEST_WATCH_MS = 1_000;

/** How one WATCH went, after a LIST if need be. */
export interface WatchEnd {
  /** Whether it lasted, or told something at least. */
  worked: boolean;
  /** Whether it lasted: a server that ends each WATCH at once is not asked without a pause. */
  lasted: boolean;
  /** Why it broke, if it did. */
  error?: unknown;
}

/** Looks on while a WATCH goes its course. */
export class WatchCourse {
  private openedAt = Infinity;
  private events = 0;

  told(type: string): void {
    if (type === 'OPEN') {
      this.openedAt = performance.now();
    } else if (type !== 'LIST') {
      this.events += 1;
    }
  }

  end(error?: unknown): WatchEnd {
    const lasted = performance.now() - this.openedAt >= SHORTEST_WATCH_MS;
    return { worked: lasted || this.events > 0, lasted, error };
  }
}
