/**
 * A line is longer than its reader takes.
 *
 * @internal
 */
export class LineTooLongError extends Error {}

/**
 * What {@link readLines} gives of long lines.
 *
 * @internal
 */
export interface LineLimits {
  /** Bytes; no more than that is held of a line. No limit by default. */
  longest?: number;
  /**
   * Bytes that may follow the beginning of a longer line, which is then given at once and the rest skipped. By default a
   * longer line is an error.
   */
  mostSkipped?: number;
}

const LINE_FEED = 0x0a;
const EMPTY = Buffer.alloc(0);
const SMALLEST = 256;

/** Not a generator: while it waits it would keep all that it read last, for each of hundreds of quiet streams. */
class Lines implements AsyncIterator<string> {
  private readonly chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  private readonly complete: string[] = [];
  private readonly longest: number;
  private readonly mostSkipped?: number;
  /** The beginning of a line whose end has not come: its first `held` bytes. */
  private line = EMPTY;
  private held = 0;
  private skipping = false;
  private skipped = 0;
  private tooLong = false;

  constructor(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    { longest = Infinity, mostSkipped }: LineLimits,
  ) {
    this.longest = longest;
    this.mostSkipped = mostSkipped;
    this.chunks =
      Symbol.asyncIterator in chunks
        ? chunks[Symbol.asyncIterator]()
        : chunks[Symbol.iterator]();
  }

  async next(): Promise<IteratorResult<string, undefined>> {
    let line = this.complete.shift();
    while (line === undefined) {
      if (this.tooLong) {
        await this.return();
        throw new LineTooLongError(
          `A line is longer than ${
            this.longest + (this.mostSkipped ?? 0)
          } bytes`,
        );
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
    while (to !== -1 && !this.tooLong) {
      this.add(chunk.subarray(from, to));
      this.finish();
      from = to + 1;
      to = chunk.indexOf(LINE_FEED, from);
    }
    if (!this.tooLong) {
      this.add(chunk.subarray(from));
    }
  }

  private add(part: Uint8Array): void {
    const room = this.skipping ? 0 : this.longest - this.held;
    this.hold(part.subarray(0, room));
    const left = part.length - Math.min(part.length, room);
    if (left === 0) {
      return;
    }
    if (this.mostSkipped === undefined) {
      this.tooLong = true;
      this.line = EMPTY;
      return;
    }
    if (!this.skipping) {
      this.skipping = true;
      this.giveBeginning();
    }
    this.skipped += left;
    this.tooLong = this.skipped > this.mostSkipped;
  }

  /** Copies into one buffer: the part itself would hold its whole chunk, and many small ones cost more than their bytes. */
  private hold(part: Uint8Array): void {
    const length = this.held + part.length;
    if (length > this.line.length) {
      const grown = Buffer.allocUnsafeSlow(
        Math.max(length, Math.min(2 * length, this.longest), SMALLEST),
      );
      this.line.copy(grown, 0, 0, this.held);
      this.line = grown;
    }
    this.line.set(part, this.held);
    this.held = length;
  }

  /** Without the bytes of a character that the limit cuts in two. */
  private giveBeginning(): void {
    const beginning = this.line.subarray(0, this.held);
    this.complete.push(new TextDecoder().decode(beginning, { stream: true }));
    this.line = EMPTY;
    this.held = 0;
  }

  private finish(): void {
    if (!this.tooLong && !this.skipping) {
      const line = this.line.toString('utf8', 0, this.held);
      if (line.trim() !== '') {
        this.complete.push(line);
      }
      this.line = EMPTY;
      this.held = 0;
    }
    this.skipping = false;
    this.skipped = 0;
  }
}

/**
 * The lines of a stream of bytes; a last line without a line feed is incomplete and not given.
 *
 * @throws {@link LineTooLongError}
 * @internal
 */
export function readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: LineLimits = {},
): AsyncIterable<string> {
  return { [Symbol.asyncIterator]: () => new Lines(chunks, limits) };
}
