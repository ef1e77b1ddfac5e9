import { LineTooLongError, readLines } from './readLines';

async function read(text: string, size: number, longest?: number) {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    chunks.push(bytes.subarray(at, at + size));
  }
  const lines: string[] = [];
  for await (const line of readLines(chunks, longest)) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  it.each([
    ['nothing', '', []],
    ['a line', 'a\n', ['a']],
    ['several at once', 'a\nb\nc\n', ['a', 'b', 'c']],
    ['empty lines', '\n\na\n \n', ['a']],
    ['a half line at the end', 'a\nb', ['a']],
    ['UTF-8 of every length', 'ü€\n😀\n', ['ü€', '😀']],
  ])('gives them however the bytes are cut: %s', async (_, text, lines) => {
    for (const size of [1, 2, 3, 1_000]) {
      await expect(read(text, size)).resolves.toEqual(lines);
    }
  });

  it('holds no more of a line than it may', async () => {
    await expect(read('abcd\nabcde\n', 2, 4)).rejects.toThrow(LineTooLongError);
    await expect(read('abcd\nabc\n', 2, 4)).resolves.toHaveLength(2);
  });

  it('gives what comes before a line that is too long', async () => {
    const lines: string[] = [];
    const reading = (async () => {
      for await (const line of readLines([Buffer.from('a\nb\ntoo long')], 4)) {
        lines.push(line);
      }
    })();
    await expect(reading).rejects.toThrow(LineTooLongError);
    expect(lines).toEqual(['a', 'b']);
  });

  it.each([
    ['is left', Infinity],
    ['is too long', 1],
  ])('ends its source where it %s', async (_, longest) => {
    const ended = jest.fn();
    async function* source() {
      try {
        yield Buffer.from('a\nbc\n');
        yield Buffer.from('d\n');
      } finally {
        ended();
      }
    }
    const reading = (async () => {
      for await (const line of readLines(source(), longest)) {
        if (line === 'bc') {
          break;
        }
      }
    })();
    await reading.catch(() => {});
    expect(ended).toHaveBeenCalled();
  });
});
