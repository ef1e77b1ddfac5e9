/**
 * A line is longer than its reader takes.
 *
 * @internal
 */
export class LineTooLongError extends Error {}

const LINE_FEED = 0x0a;

/** No generator: while it waits it would keep all that it read last, for each of hundreds of quiet streams. */
class Lines implements AsyncIterator<string> {
  private readonly chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  private readonly complete: string[] = [];
  private parts: Buffer[] = [];
  private length = 0;

  constructor(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    private readonly longest: number,
  ) {
    this.chunks =
      Symbol.asyncIterator in chunks
        ? chunks[Symbol.asyncIterator]()
        : chunks[Symbol.iterator]();
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    let line = this.complete.shift();
    while (line === undefined) {
      if (this.length > this.longest) {
        await this.return();
        throw new LineTooLongError(`A line is longer than ${this.longest}`);
      }
      const { done, value } = await this.chunks.next();
      if (done) {
        return { done: true, value: undefined };
      }
      this.take(value);
      line = this.complete.shift();
    }
    return { done: false, value: line };
  }

  async return(): Promise<IteratorResult<string, undefined>> {
    await this.chunks.return?.();
    return { done: true, value: undefined };
  }

  /** A line feed is never part of another character's UTF-8. */
  private take(chunk: Uint8Array): void {
    let from = 0;
    let to = chunk.indexOf(LINE_FEED);
    while (to !== -1 && this.add(chunk.subarray(from, to))) {
      this.complete.push(...this.finish());
      from = to + 1;
      to = chunk.indexOf(LINE_FEED, from);
    }
    this.add(chunk.subarray(from));
  }

  /** Whether the line is not too long; what has come of it is copied, or it would hold the whole chunk. */
  private add(part: Uint8Array): boolean {
    this.length += part.length;
    if (part.length > 0 && this.length <= this.longest) {
      this.parts.push(Buffer.from(part));
    }
    return this.length <= this.longest;
  }

  private finish(): string[] {
    const line = Buffer.concat(this.parts).toString();
    this.parts = [];
    this.length = 0;
    return line.trim() === '' ? [] : [line];
  }
}

/**
 * The lines of a stream of bytes; a last line without a line feed is incomplete and not given.
 *
 * @param longest - In bytes; of a longer line no more than that is held.
 * @throws {@link LineTooLongError}
 * @internal
 */
export function readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  longest = Infinity,
): AsyncIterable<string> {
  return { [Symbol.asyncIterator]: () => new Lines(chunks, longest) };
}
