/** One line of the table. Less is better everywhere, and a ratio says how many times less ours is. */
export interface Metric {
  unit: string;
  /** Median over the rounds, or over what stands for them; null where there is none. */
  ours: number | null;
  /** The least and the greatest of ours; null where there is one at most. */
  range: readonly [number, number] | null;
  peer: number | null;
  /** Median of the rounds' own ratios of peer to ours. */
  ratio: number | null;
  /** The least and the greatest of those ratios. */
  spread: readonly [number, number] | null;
  /** In words; null where none was set. */
  goal: string | null;
  met: boolean | null;
}

/** What a metric has to be; all that is given has to hold. */
export interface Goal {
  /** Ours is at most so much. */
  atMost?: number;
  /** Ours is at least so many times less than the peer's. */
  times?: number;
}
