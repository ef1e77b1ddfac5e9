import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf a request is answered. */
export interface Caller {
  /** Tells callers apart. */
  id: string;
  /** Whether nobody waits for the answer any more. */
  isGone(): boolean;
}

const callers = new AsyncLocalStorage<Caller>();

/** Runs what answers a request, so that limits know whose it is. */
export function runForCaller(caller: Caller, run: () => void): void {
  callers.run(caller, run);
}

/** On whose behalf this runs; undefined where it is no request's. */
export function getCaller(): Caller | undefined {
  return callers.getStore();
}
