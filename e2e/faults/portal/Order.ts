/** What the parent process can ask of a portal. */
export type Order =
  /** Does nothing else for so long, as a program does that computes. */
  | { type: 'stall'; ms: number }
  /** Sets its clock on, or back where it is negative. */
  | { type: 'shift-clock'; ms: number }
  /** Nobody may see these Environments any more; replaces what was revoked before. */
  | { type: 'revoke'; environments: string[] }
  /** Tells the memory it holds, in bytes, after a collection of what it doesn't need. */
  | { type: 'memory' };

/** The answer to an {@link Order}. */
export interface Done {
  order: number;
  /** Resident set size, in bytes. */
  rss: number;
}
