/** Waits that long or until the signal, and keeps no process alive. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) {
    return;
  }
  let end = () => {};
  // Not by node:timers/promises, whose time tests can't make pass.
  const timer = setTimeout(() => end(), ms).unref();
  await new Promise<void>(resolve => {
    end = resolve;
    signal.addEventListener('abort', end);
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
}
