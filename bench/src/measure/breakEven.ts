/**
 * From how many viewers on watching costs less than polling: what watching costs whoever looks, over what one more
 * viewer who polls costs.
 *
 * @param ours - of all viewers together.
 * @param peer - of all viewers together.
 * @returns undefined when polling costs nothing that could be measured.
 */
export function breakEven(costs: {
  ours: number;
  peer: number;
  viewers: number;
}): number | undefined {
  const { ours, peer, viewers } = costs;
  return peer > 0 ? Math.max(0, ours) / (peer / viewers) : undefined;
}
