import type { Done, Order } from './Order';
import { revoked } from './revoked';
import { shiftClock } from './shiftClock';

/** Carries out what the parent process orders, and ends with it. */
export function obey(): void {
  process.on('message', ({ id, order }: { id: number; order: Order }) => {
    carryOut(order);
    const done: Done = { order: id, rss: process.memoryUsage.rss() };
    process.send?.(done);
  });
  process.on('disconnect', () => process.exit(0));
}

function carryOut(order: Order): void {
  switch (order.type) {
    case 'stall':
      stall(order.ms);
      break;
    case 'shift-clock':
      shiftClock(order.ms);
      break;
    case 'revoke':
      revoked.environments = order.environments;
      break;
    default:
      // Node has it with --expose-gc.
      globalThis.gc?.();
  }
}

function stall(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
