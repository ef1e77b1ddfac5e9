/**
 * A signal that aborts with its parent, or when it was not extended in time.
 *
 * @internal
 */
export function createIdleSignal(parent: AbortSignal, firstMs: number) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  const extend = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), ms);
  };
  extend(firstMs);
  return {
    signal: AbortSignal.any([parent, controller.signal]),
    extend,
    /** Ends the timer, and whatever still listens to the signal. */
    end() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}
