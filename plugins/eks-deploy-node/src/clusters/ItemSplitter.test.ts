import { ItemSplitter } from './ItemSplitter';

const listOf = (...items: object[]) =>
  JSON.stringify({
    kind: 'PodList',
    metadata: { resourceVersion: '7', continue: 'next' },
    items,
  });

function split(text: string, size: number, longest = 1_000) {
  const splitter = new ItemSplitter(longest);
  const bytes = Buffer.from(text);
  const items: unknown[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    splitter
      .push(bytes.subarray(at, at + size))
      .forEach(item => items.push(JSON.parse(item)));
  }
  return { items, list: JSON.parse(splitter.end()), splitter };
}

describe('ItemSplitter', () => {
  it.each<[string, object[]]>([
    ['no item', []],
    ['one', [{ a: 1 }]],
    ['brackets in strings', [{ a: ']}{[' }, { b: '}' }]],
    ['quotes and backslashes', [{ a: '"\\' }, { b: '\\"]}' }]],
    ['UTF-8 of every length', [{ a: 'aü€😀' }]],
    ['lists in lists', [{ items: [{ items: [[], [{}]] }] }, {}]],
  ])('gives the items however the bytes are cut: %s', (_, items) => {
    for (const size of [1, 2, 3, 7, 10_000]) {
      expect(split(listOf(...items), size)).toMatchObject({
        items,
        list: { metadata: { resourceVersion: '7', continue: 'next' } },
      });
    }
  });

  it.each([
    ['items first', '{"items":[{"a":1}],"metadata":{"resourceVersion":"1"}}'],
    ['spaced', '{ "items" : [ {"a":1} ] , "metadata":{"resourceVersion":"1"}}'],
    [
      'another array before',
      '{"x":[{"b":2}],"metadata":{"resourceVersion":"1"},"items":[{"a":1}]}',
    ],
  ])('finds them with %s', (_, text) => {
    for (const size of [1, 1_000]) {
      expect(split(text, size)).toMatchObject({
        items: [{ a: 1 }],
        list: { items: [], metadata: { resourceVersion: '1' } },
      });
    }
  });

  it('skips an item that is too long, and gives the others', () => {
    const { items, splitter } = split(
      listOf({ a: 1 }, { big: 'x'.repeat(500) }, { b: 2 }),
      16,
      200,
    );
    expect(items).toEqual([{ a: 1 }, { b: 2 }]);
    expect(splitter.skipped).toBe(1);
  });

  it('fails on a list that is cut anywhere', () => {
    const text = listOf({ a: 'x' }, { b: 'y' });
    for (let length = 0; length < text.length; length += 1) {
      expect(() => split(text.slice(0, length), 5)).toThrow(SyntaxError);
    }
  });
});
