/** What a fault turned out to do. */
export interface Found {
  /** Milliseconds from each end of the fault until the viewer was live and saw a change made at that end. */
  recoveryMs: number[];
  /** What the viewer was told, in its order. */
  told: string[];
  /** What else was measured, in words. */
  note?: string;
  /** How much more memory the portal held at most than before, in bytes, where that is what it is about. */
  grownBy?: number;
}
