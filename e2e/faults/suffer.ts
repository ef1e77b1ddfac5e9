import type { FaultScene } from './FaultScene';
import type { Found } from './Found';
import type { Viewer } from './viewer/Viewer';

/** Slower than this, on any machine, something is waited for that does not come. */
const LONGEST_RECOVERY_MS = 20_000;

/** One way to fall ill and get well again. */
export interface Illness {
  /** Brings the fault about; gives what ends it. */
  begin(): Promise<() => Promise<unknown> | unknown>;
  /** Goes on while it lasts; changes of every sort by default. */
  meanwhile?(): Promise<unknown>;
  /** Who has to recover; the scene's viewer by default. */
  viewer?: Viewer;
  /** How many times; 5 by default. */
  rounds?: number;
  /** Longest recovery that is no failure, in milliseconds. */
  withinMs?: number;
}

/** Lets a viewer go through a fault several times, and holds the view to the truth after each. */
export async function suffer(
  scene: FaultScene,
  illness: Illness,
): Promise<Found> {
  const {
    begin,
    meanwhile = () => scene.disturb(),
    viewer = scene.viewer,
    rounds = 5,
    withinMs = LONGEST_RECOVERY_MS,
  } = illness;
  const recoveryMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
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

/** The same, and holds the portal to so many bytes more than it held before. */
export async function sufferWithin(
  scene: FaultScene,
  mostMore: number,
  illness: Illness,
): Promise<Found> {
  const { portal } = scene;
  const before = await portal.order({ type: 'memory' });
  let most = before;
  const watching = setInterval(async () => {
    most = Math.max(most, await portal.rss());
  }, 100);
  try {
    const found = await suffer(scene, illness);
    most = Math.max(most, await portal.rss());
    if (most - before > mostMore) {
      throw new Error(
        `The portal went from ${toMb(before)} to ${toMb(
          most,
        )} MB, which is ${toMb(most - before)} more; it may be ${toMb(
          mostMore,
        )}.`,
      );
    }
    return { ...found, grownBy: most - before };
  } finally {
    clearInterval(watching);
  }
}

function toMb(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}
