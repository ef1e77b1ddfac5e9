const MOST_KEPT = 20;

/** Tells each line of a WATCH twice, and after it the one that came some lines before. */
export function repeatAndDisorder(): (line: string) => string[] {
  const before: string[] = [];
  return line => {
    const late = before[Math.floor(before.length / 2)];
    before.push(line);
    if (before.length > MOST_KEPT) {
      before.shift();
    }
    return [line, line, ...(late === undefined ? [] : [late])];
  };
}
