import { LineTooLongError, readLines, type LineLimits } from './readLines';

async function read(text: string, size: number, limits?: LineLimits) {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    chunks.push(bytes.subarray(at, at + size));
  }
  const lines: string[] = [];
  for await (const line of readLines(chunks, limits)) {
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
    await expect(read('abcd\nabcde\n', 2, { longest: 4 })).rejects.toThrow(
      LineTooLongError,
    );
    await expect(read('abcd\nabc\n', 2, { longest: 4 })).resolves.toHaveLength(
      2,
    );
  });

  it('gives what comes before a line that is too long', async () => {
    const lines: string[] = [];
    const reading = (async () => {
      for await (const line of readLines([Buffer.from('a\nb\ntoo long')], {
        longest: 4,
      })) {
        lines.push(line);
      }
    })();
    await expect(reading).rejects.toThrow(LineTooLongError);
    expect(lines).toEqual(['a', 'b']);
  });

  const cut = { longest: 4, mostSkipped: 100 };

  it.each([
    ['a line of just the limit', 'abcd\ne\n', ['abcd', 'e']],
    ['a longer line', 'abcdefgh\ni\n', ['abcd', 'i']],
    ['several', 'abcdef\n\nghijkl\nm\n', ['abcd', 'ghij', 'm']],
    ['one without an end', 'a\nbcdefgh', ['a', 'bcde']],
    ['a progress bar', '10%\r20%\r30%\r', ['10%\r']],
    ['a character at the limit', 'abc😀def\n€€\n', ['abc', '€']],
  ])(
    'cuts at a limit however the bytes are cut: %s',
    async (_, text, lines) => {
      for (const size of [1, 2, 3, 1_000]) {
        await expect(read(text, size, cut)).resolves.toEqual(lines);
      }
    },
  );

  it('skips no more of a line than it may', async () => {
    const line = (length: number) => `${'x'.repeat(length)}\n`;
    await expect(read(line(104) + line(104), 7, cut)).resolves.toHaveLength(2);
    await expect(read(line(105), 7, cut)).rejects.toThrow(LineTooLongError);
  });

  it.each([
    ['large', 64 * 1024, 64 * 1024 * 1024],
    ['small', 10, 1024 * 1024],
  ])('holds no more than the limit, of %s chunks', async (_, size, total) => {
    const chunk = Buffer.alloc(size, 'A');
    const held = () => process.memoryUsage().arrayBuffers;
    const before = held();
    let most = 0;
    function* source() {
      for (let at = 0; at < total; at += size) {
        most = Math.max(most, held() - before);
        yield chunk;
      }
    }
    const limits = { longest: 64 * 1024, mostSkipped: Infinity };
    const lines: string[] = [];
    for await (const line of readLines(source(), limits)) {
      lines.push(line);
    }
    expect(lines.map(({ length }) => length)).toEqual([64 * 1024]);
    expect(most).toBeLessThan(1024 * 1024);
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
      for await (const line of readLines(source(), { longest })) {
        if (line === 'bc') {
          break;
        }
      }
    })();
    await reading.catch(() => {});
    expect(ended).toHaveBeenCalled();
  });
});
