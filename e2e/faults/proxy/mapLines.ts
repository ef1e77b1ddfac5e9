import { Transform } from 'node:stream';

/** Passes lines on as what the given function makes of each. */
export function mapLines(toLines: (line: string) => string[]): Transform {
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const lines = `${rest}${chunk.toString('latin1')}`.split('\n');
      rest = lines.pop() ?? '';
      const text = lines
        .flatMap(toLines)
        .map(line => `${line}\n`)
        .join('');
      // Bytes as they were, whatever character they are part of.
      done(null, Buffer.from(text, 'latin1'));
    },
  });
}
