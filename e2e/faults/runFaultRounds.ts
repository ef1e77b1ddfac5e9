import type { FaultScene } from './FaultScene';
import type { Found } from './Found';
import type { Viewer } from './viewer/Viewer';
import { watchMemory } from './watchMemory';

/** Slower than this, on any machine, something is waited for that does not come. */
const LONGEST_RECOVERY_MS = 20_000;

/** One fault that is brought about and ended again, several times. */
export interface FaultRounds {
  /** Brings the fault about; gives what ends it. */
  begin(): Promise<() => Promise<unknown> | unknown>;
  /** Goes on while it lasts; changes of every sort by default. */
  meanwhile?(): Promise<unknown>;
  /** Who has to recover; the scene's viewer by default. */
  viewer?: Viewer;
  /** 5 by default. */
  times?: number;
  /** Longest recovery that is no failure, in milliseconds. */
  withinMs?: number;
}

/** Brings a fault about several times, and compares the view with the cluster after each. */
export async function runFaultRounds(
  scene: FaultScene,
  rounds: FaultRounds,
): Promise<Found> {
  const {
    begin,
    meanwhile = () => scene.disturb(),
    viewer = scene.viewer,
    times = 5,
    withinMs = LONGEST_RECOVERY_MS,
  } = rounds;
  const recoveryMs: number[] = [];
  for (let round = 0; round < times; round++) {
    const end = await begin();
    try {
      await meanwhile();
    } finally {
      await end();
    }
    recoveryMs.push(await scene.recover(withinMs, viewer));
    await scene.settle(viewer);
    scene.assertKept();
  }
  return { recoveryMs, told: viewer.told };
}

/** The same, and fails if the portal's memory grows by more bytes than it may. */
export async function runFaultRoundsWithin(
  scene: FaultScene,
  mostMore: number,
  rounds: FaultRounds,
): Promise<Found> {
  const { portal } = scene;
  const before = await portal.order({ type: 'memory' });
  const memory = watchMemory(() => portal.rss());
  let found: Found;
  try {
    found = await runFaultRounds(scene, rounds);
  } catch (error) {
    // The rounds' own error says more than what reading the memory may add.
    await memory.stop().catch(() => {});
    throw error;
  }
  const grownBy = Math.max(0, (await memory.stop()) - before);
  if (grownBy > mostMore) {
    throw new Error(
      `The portal went from ${toMb(before)} to ${toMb(
        before + grownBy,
      )} MB, which is ${toMb(grownBy)} more; it may be ${toMb(mostMore)}.`,
    );
  }
  return { ...found, grownBy };
}

function toMb(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}
