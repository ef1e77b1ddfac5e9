/** A value at a time. */
export interface Sample {
  at: number;
  value: number;
}

/** How much the value grows for each unit of time, by least squares; 0 for fewer than two times. */
export function slope(samples: Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const at = mean(sample => sample.at);
  const value = mean(sample => sample.value);
  const spread = mean(sample => (sample.at - at) ** 2);
  return spread > 0
    ? mean(sample => (sample.at - at) * (sample.value - value)) / spread
    : 0;
}
