import { availableParallelism, loadavg, totalmem } from 'node:os';

/** The version that e2e/control-plane pins. */
const KUBERNETES = 'v1.36.3';

/** What the figures depend on, without naming the machine. */
export interface Machine {
  cores: number;
  memoryGb: number;
  node: string;
  kubernetes: string;
  /** Processes that wanted to run in the minute before the bench began. */
  loadBefore: number;
}

/** Before the bench begins. */
export function describeMachine(): Machine {
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    kubernetes: KUBERNETES,
    loadBefore: Number(loadavg()[0].toFixed(1)),
  };
}
