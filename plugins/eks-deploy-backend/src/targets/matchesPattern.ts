/**
 * Whether a text matches a pattern in which `*` stands for any characters, also none.
 *
 * @remarks
 * The parts between the stars are searched from left to right, each once and behind the one before: unlike a regular
 * expression with several `.*`, this never goes back.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const [start, ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) {
    return pattern === text;
  }
  if (
    text.length < start.length + end.length ||
    !text.startsWith(start) ||
    !text.endsWith(end)
  ) {
    return false;
  }
  const middle = text.slice(start.length, text.length - end.length);
  let from = 0;
  return parts.every(part => {
    const at = middle.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
