/** Someone who holds or waits for a concurrency group. */
export interface Contender {
  cancel(): void;
  /** Aborted when the contender gives up waiting. */
  signal: AbortSignal;
}

/** GitHub's rule: in a group one runs and one waits; whoever comes next takes the place of the waiting one. */
export class ConcurrencyGroups {
  readonly #groups = new Map<
    string,
    { running: Contender; waiting?: Contender & { start: () => void } }
  >();

  /** Waits for the group; the answer gives it back. An aborted wait resolves too. */
  async enter(
    name: string,
    contender: Contender,
    options: { cancelInProgress: boolean },
  ): Promise<() => void> {
    const group = this.#groups.get(name);
    if (!group) {
      this.#groups.set(name, { running: contender });
      return () => this.#leave(name);
    }
    group.waiting?.cancel();
    if (options.cancelInProgress) group.running.cancel();
    const started = await new Promise<boolean>(resolve => {
      const waiting = { ...contender, start: () => resolve(true) };
      group.waiting = waiting;
      contender.signal.addEventListener(
        'abort',
        () => {
          if (group.waiting === waiting) group.waiting = undefined;
          resolve(false);
        },
        { once: true },
      );
    });
    return started ? () => this.#leave(name) : () => {};
  }

  #leave(name: string) {
    const group = this.#groups.get(name);
    const next = group?.waiting;
    if (!next) {
      this.#groups.delete(name);
      return;
    }
    this.#groups.set(name, { running: next });
    next.start();
  }
}
