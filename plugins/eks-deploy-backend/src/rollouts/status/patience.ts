/** How long, in milliseconds, something may be wrong with a pod until it counts: shorter than this every start looks alike. */
export const PATIENCE_MS = 30_000;
