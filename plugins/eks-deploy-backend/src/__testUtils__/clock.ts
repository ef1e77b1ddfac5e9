import type { Clock } from '../commands';

/** A clock on which sleeping takes no time, and `onSleep` is what happens meanwhile. */
export function aClock(onSleep: () => void | Promise<void> = () => {}): Clock {
  let time = Date.parse('2026-03-04T05:06:07.890Z');
  return {
    now: () => new Date(time),
    async sleep(ms, signal) {
      signal.throwIfAborted();
      time += ms;
      await onSleep();
      // Lets others have their turn, as a real pause does.
      await new Promise(resolve => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}
