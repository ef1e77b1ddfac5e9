/** Hands out what was pushed, in order; waits while there is nothing. */
export class EventQueue<T> {
  readonly #items: T[] = [];
  #wake = () => {};

  push(item: T) {
    this.#items.push(item);
    this.#wake();
  }

  async next(): Promise<T> {
    const [item] = this.#items.splice(0, 1);
    if (item !== undefined) {
      return item;
    }
    await new Promise<void>(resolve => {
      this.#wake = resolve;
    });
    return this.next();
  }
}
