const LONGEST = 4_096;

/** A time as the kubelet writes it before each line. */
const TIMED = /^(\d{4}-\d{2}-\d{2}T[\d:]{8}(?:\.\d+)?(?:Z|[+-][\d:]{5})) ?/;

/** Takes a line of a log with timestamps apart; of a very long one the beginning. */
export function parseLogLine(line: string): { at?: string; text: string } {
  const [found, at] = TIMED.exec(line) ?? [''];
  const text = line.slice(found.length, found.length + LONGEST);
  return { at, text };
}
