import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Load, ProbeAnswer } from './Load';

const EVERY_MS = 25;

/**
 * Measures the process that it is imported into, with `--import`: a portal that knows nothing of it. The parent process
 * asks for what was highest since it asked before, and the process ends with its parent.
 */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let most = sample();
setInterval(() => {
  const now = sample();
  most = {
    heap: Math.max(most.heap, now.heap),
    rss: Math.max(most.rss, now.rss),
  };
}, EVERY_MS).unref();

process.on('message', (id: number) => {
  const load: Load = { ...most, delayMs: delay.max / 1e6 };
  delay.reset();
  // Node has it with --expose-gc; what is garbage by now is nobody's need.
  globalThis.gc?.();
  most = sample();
  const answer: ProbeAnswer = { id, load, now: { ...most, delayMs: 0 } };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
// It must not keep alive a process that wants to end.
process.channel?.unref();

function sample(): Pick<Load, 'heap' | 'rss'> {
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}
