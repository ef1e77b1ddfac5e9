/**
 * A line is longer than its reader takes.
 *
 * @internal
 */
export class LineTooLongError extends Error {}

/**
 * The lines of a stream of bytes; a last line without a line feed is incomplete and not given.
 *
 * @param longest - In UTF-16 units; of a longer line no more than that is held.
 * @throws {@link LineTooLongError}
 * @internal
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  longest = Infinity,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, piece] of pieces.entries()) {
      length += piece.length;
      if (length > longest) {
        throw new LineTooLongError(`A line is longer than ${longest}`);
      }
      parts.push(piece);
      if (index < pieces.length - 1) {
        const line = parts.join('');
        parts = [];
        length = 0;
        if (line.trim() !== '') {
          yield line;
        }
      }
    }
  }
}
