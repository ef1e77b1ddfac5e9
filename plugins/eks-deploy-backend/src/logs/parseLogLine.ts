/** Below a quarter of the bytes of a line that the cluster client gives, so that what that cuts is marked here too. */
const LONGEST = 4_096;

/** A time as the kubelet writes it before each line. */
const TIMED = /^(\d{4}-\d{2}-\d{2}T[\d:]{8}(?:\.\d{1,9})?(?:Z|[+-][\d:]{5})) ?/;
/** Half of a character. */
const LONE_SURROGATE = /[\ud800-\udbff]$/;

/** Takes a line of a log with timestamps apart; of a very long one the beginning, marked as cut. */
export function parseLogLine(line: string): {
  at?: string;
  text: string;
  cut?: true;
} {
  const [found, at] = TIMED.exec(line) ?? [''];
  const text = line.slice(found.length);
  return text.length > LONGEST
    ? {
        at,
        text: text.slice(0, LONGEST).replace(LONE_SURROGATE, ''),
        cut: true,
      }
    : { at, text };
}
