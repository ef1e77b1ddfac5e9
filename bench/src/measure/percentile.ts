/**
 * The value that the given share of values is not above (nearest rank).
 *
 * @param share - from 0 to 1, e.g. 0.99.
 * @returns undefined when there are no values.
 */
export function percentile(
  values: number[],
  share: number,
): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
