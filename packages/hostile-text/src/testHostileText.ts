/* eslint-disable jest/no-export, jest/expect-expect -- it declares tests for others, whose assertion is that they end */
import { findPatterns } from './findPatterns';
import { hostileTexts } from './hostileTexts';
import { runBounded } from './runBounded';

/**
 * Declares jest tests that give hostile text to every function that reads outside text, and to
 * every regular expression by itself. A file that gets a regular expression and isn't named here
 * fails, so that none can be forgotten.
 */
export function testHostileText(options: {
  /** With the sources. */
  folder: string;
  /** Gives text to a file's functions, by the file's path from the folder on. */
  readers: Record<string, (text: string) => unknown>;
  /** Files whose expressions read only what the portal itself or its operator wrote. */
  ownText?: string[];
}): void {
  const { folder, readers, ownText = [] } = options;
  const patterns = findPatterns(folder);

  it('names every file that has a regular expression', () => {
    const files = new Set(patterns.map(({ file }) => file));
    const named = [...Object.keys(readers), ...ownText];
    expect([...files].filter(file => !named.includes(file))).toEqual([]);
    expect(ownText.filter(file => !files.has(file))).toEqual([]);
  });

  it.each(Object.entries(readers))(
    '%s reads hostile text in bounded time',
    (_, read) => readAll(read),
  );

  it.each(
    patterns.flatMap(({ file, pattern }) =>
      pattern && !ownText.includes(file) ? [[file, pattern] as const] : [],
    ),
  )('%s: %s matches hostile text in bounded time', (_, pattern) =>
    readAll(text => {
      pattern.lastIndex = 0;
      return text.replace(pattern, '');
    }),
  );
}

function readAll(read: (text: string) => unknown): void {
  for (const [name, text] of hostileTexts) {
    try {
      runBounded(() => read(text));
    } catch (error) {
      throw new Error(`It does not end with ${name}: ${error}`);
    }
  }
}
