/** What a portal's process bears. */
export interface Load {
  /** JavaScript's heap and what it holds outside of it, in bytes. */
  heap: number;
  /** Resident set size, in bytes. */
  rss: number;
  /** How long its event loop did nothing else, in milliseconds. */
  delayMs: number;
}

/** What the probe within a portal answers. */
export interface ProbeAnswer {
  id: number;
  /** The highest since the answer before. */
  load: Load;
  /** After a garbage collection. */
  now: Load;
}
