import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['chat', 'chat', true],
    ['chat', 'chats', false],
    ['', '', true],
    ['*', '', true],
    ['*', 'anything', true],
    ['chat-*', 'chat-', true],
    ['chat-*', 'chat', false],
    ['chat-*', 'a-chat-b', false],
    ['*-chat', 'my-chat', true],
    ['*-chat', 'my-chat-2', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['a*b*c', 'axbxc', true],
    ['a*b*c', 'acb', false],
    ['a*bc*bc', 'abcbc', true],
    ['a*bc*bc', 'abc', false],
    ['a**b', 'ab', true],
    // What would be special in a regular expression is not.
    ['a.b', 'axb', false],
    ['a+', 'aa', false],
    ['[a]', 'a', false],
  ])('%j and %j: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it('takes linear time, where a regular expression would not come back', () => {
    const startedAt = performance.now();
    expect(matchesPattern(`${'*a'.repeat(30)}*b`, 'a'.repeat(262_144))).toBe(
      false,
    );
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
