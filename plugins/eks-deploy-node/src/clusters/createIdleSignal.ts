/**
 * A signal that aborts with its parent, or when it was not extended in time.
 *
 * @internal
 */
export function createIdleSignal(
  parent: AbortSignal | undefined,
  firstMs: number,
) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  const extend = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), ms);
  };
  extend(firstMs);
  return {
    signal: parent
      ? AbortSignal.any([parent, controller.signal])
      : controller.signal,
    extend,
    /** Ends the timer, and whatever still listens to the signal. */
    end() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}
