import { parseCommandFile, parsePrintedCommand } from './commandFiles';

describe('a command file', () => {
  it('holds lines and blocks', () => {
    expect(
      parseCommandFile('a=1\nb<<END\nx=y\n\nz\nEND\nc=with=equals\n'),
    ).toEqual({ a: '1', b: 'x=y\n\nz', c: 'with=equals' });
  });

  it.each([
    ['a<<END\nno end', "matching delimiter not found 'END'"],
    ['just text', "Invalid format 'just text'"],
  ])('%j is refused', (text, problem) => {
    expect(() => parseCommandFile(text)).toThrow(problem);
  });
});

describe('a printed command', () => {
  it.each([
    ['::error::it broke', { name: 'error', message: 'it broke' }],
    [
      '::warning file=a.ts,line=1::100%25',
      { name: 'warning', message: '100%' },
    ],
    ['text :: text', undefined],
  ])('%j', (line, expected) => {
    expect(parsePrintedCommand(line)).toEqual(expected);
  });
});
