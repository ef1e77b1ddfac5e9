const UNITS: Record<string, number> = {
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
  us: 0.000_001,
  ns: 0.000_000_001,
};

/** More than `"2562047h47m16.854775807s"`, the longest duration that Go writes. */
const LONGEST = 32;

/** The seconds of a duration, e.g. `30`, `"30"` or, as Go writes it, `"1h30m"`; 0 for what is none. */
export function parseSeconds(duration: number | string): number {
  const text = String(duration);
  if (text.length > LONGEST) {
    return 0;
  }
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  return [...text.matchAll(/([\d.]{1,32})(h|ms|us|ns|m|s)/g)].reduce(
    (sum, [, number, unit]) => sum + (Number(number) || 0) * UNITS[unit],
    0,
  );
}
