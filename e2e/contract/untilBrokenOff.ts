/** The signals that end a run before its end. */
export interface BreakOff {
  /** Aborts with the first of them. */
  signal: AbortSignal;
  /** Rejects with it; it need not be waited for. */
  brokenOff: Promise<never>;
}

/** Hears of Ctrl-C and its like from now on, so that what was started can be ended. */
export function untilBrokenOff(): BreakOff {
  const ending = new AbortController();
  const brokenOff = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        ending.abort();
        reject(new Error('The run was broken off.'));
      });
    }
  });
  brokenOff.catch(() => {});
  return { signal: ending.signal, brokenOff };
}
