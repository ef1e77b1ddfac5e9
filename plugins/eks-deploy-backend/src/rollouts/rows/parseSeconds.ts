const UNITS: Record<string, number> = {
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
  us: 0.000_001,
  ns: 0.000_000_001,
};

/** The seconds of a duration, e.g. `30`, `"30"` or, as Go writes it, `"1h30m"`; 0 for what is none. */
export function parseSeconds(duration: number | string): number {
  if (/^\d+$/.test(String(duration))) {
    return Number(duration);
  }
  const parts = String(duration).matchAll(/(\d+(?:\.\d+)?)(h|ms|us|ns|m|s)/g);
  return [...parts].reduce(
    (sum, [, number, unit]) => sum + Number(number) * UNITS[unit],
    0,
  );
}
