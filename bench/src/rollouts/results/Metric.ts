/** One line of the table. Less is better everywhere, and a ratio says how many times less ours is. */
export interface Metric {
  unit: string;
  /** Median over the rounds; null where there is none. */
  ours: number | null;
  peer: number | null;
  /** Median of the rounds' own ratios of peer to ours. */
  ratio: number | null;
  /** The least and the greatest of those ratios. */
  spread: [number, number] | null;
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
