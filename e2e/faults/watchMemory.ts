/** Reads how much memory a process holds, again and again. */
export interface MemoryWatch {
  /** Stops reading; gives the most bytes that were read, 0 if none were. */
  stop(): Promise<number>;
}

/**
 * Reads it from now on, and once more at the end.
 *
 * @remarks
 * The process may end and start while it is watched: that is what some faults are about.
 *
 * @param read - Gives bytes, or nothing while the process doesn't run. If it throws, `stop` throws
 * the same, because an error of a timer would end the whole run.
 */
export function watchMemory(
  read: () => Promise<number | undefined>,
  everyMs = 100,
): MemoryWatch {
  let most = 0;
  let failure: { error: unknown } | undefined;
  const sample = () =>
    read().then(
      bytes => {
        most = Math.max(most, bytes ?? 0);
      },
      error => {
        failure ??= { error };
      },
    );
  const timer = setInterval(sample, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await sample();
      if (failure) {
        throw failure.error;
      }
      return most;
    },
  };
}
