import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A run with a folder of its own, and what has to be ended after it. */
export interface Run {
  folder: string;
  /** Has something ended once the run is, what came last first. */
  onStop(end: () => Promise<unknown>): void;
  stop(): Promise<void>;
}

/**
 * Makes the folder of a run.
 *
 * @param stateDir - Where it is left; a temporary one that is removed by default.
 */
export async function openRun(name: string, stateDir?: string): Promise<Run> {
  const folder = stateDir
    ? resolve(stateDir)
    : await mkdtemp(join(tmpdir(), `eks-deploy-${name}-`));
  await mkdir(folder, { recursive: true });
  const ends: Array<() => Promise<unknown>> = [];
  if (!stateDir) {
    ends.push(() => rm(folder, { recursive: true, force: true }));
  }
  return {
    folder,
    onStop: end => void ends.push(end),
    async stop() {
      for (const end of ends.splice(0).reverse()) {
        await end();
      }
    },
  };
}
