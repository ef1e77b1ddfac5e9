import { setTimeout as sleep } from 'node:timers/promises';
import type { CallMessage, Calls, CommonCalls } from './Calls';

const commonCalls: CommonCalls = {
  async usage() {
    const { user, system } = process.cpuUsage();
    return {
      cpuSeconds: (user + system) / 1e6,
      rssBytes: process.memoryUsage.rss(),
    };
  },
  async heap() {
    if (!gc) {
      throw new Error('Start this part with --expose-gc.');
    }
    // What finalizers let go of is collected by the next round.
    for (let round = 0; round < 3; round += 1) {
      gc();
      await sleep(50);
    }
    return process.memoryUsage().heapUsed;
  },
};

/** Answers the calls of the process that started this one, and ends with it. */
export function serveCalls(calls: Calls): void {
  const all: Record<string, (argument: never) => Promise<unknown>> = {
    ...calls,
    ...commonCalls,
  };
  process.on('message', async ({ id, name, argument }: CallMessage) => {
    try {
      const result = await all[name](argument as never);
      process.send?.({ id, result });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  // An orderly exit, so that a CPU profile is written.
  process.on('disconnect', () => process.exit(0));
}
