/** Whether a list of GitHub's filter patterns takes a name; a later `!pattern` takes it out again. */
export function matchesPatterns(patterns: string[], name: string): boolean {
  return patterns.reduce((matched, pattern) => {
    const negative = pattern.startsWith('!');
    return toRegExp(negative ? pattern.slice(1) : pattern).test(name)
      ? !negative
      : matched;
  }, false);
}

/** `*` stops at a slash, `**` does not; `?` and `+` count what stands before them. */
function toRegExp(pattern: string): RegExp {
  const source = pattern.replace(
    /\*\*\/|\*\*|\*|[.^${}()|\\]/g,
    token =>
      ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' }[token] ?? `\\${token}`),
  );
  return new RegExp(`^${source}$`);
}
