/** From one turn to the next, in milliseconds. */
const EVERY_MS = 1_000;
/** Rights are mostly given to all at once, so that from one that is let in the news spreads fast. */
const NEXT_PER_LET_IN = 2;

/**
 * The turns in which those ask again whom a cluster refuses a right.
 *
 * @remarks
 * Nothing tells when a right is given. Hundreds that each ask for themselves would learn it late, or be a load for as long
 * as it isn't; in turns a cluster is asked once a second, however many wait.
 */
export class Turns {
  private readonly waiting = new Set<() => void>();
  private clock?: NodeJS.Timeout;

  /** Waits as long as the given pause does, whose signal aborts when it is this one's turn. */
  async wait<Result>(
    pause: (turn: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const take = () => controller.abort();
    this.waiting.add(take);
    this.clock ??= setInterval(() => this.next(1), EVERY_MS).unref();
    try {
      return await pause(controller.signal);
    } finally {
      this.waiting.delete(take);
      if (this.waiting.size === 0) {
        clearInterval(this.clock);
        this.clock = undefined;
      }
    }
  }

  /** One that was refused is no longer. */
  letIn(): void {
    this.next(NEXT_PER_LET_IN);
  }

  /** Who asks in vain waits behind all others. */
  private next(count: number): void {
    [...this.waiting].slice(0, count).forEach(take => {
      this.waiting.delete(take);
      take();
    });
  }
}
