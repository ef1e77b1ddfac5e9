import { setTimeout as sleep } from 'node:timers/promises';
import { formatVerdict } from './findDifference';
import type { PortalScene } from './PortalScene';
import { toVerdict, type ExpectedVerdict } from './verdicts';

const EACH_MS = 50;

/** Notes each verdict that the open tab shows from now on, until it is asked for them. */
export function followTab(scene: PortalScene): {
  stop(): Promise<ExpectedVerdict[]>;
} {
  const shown: ExpectedVerdict[] = [];
  let follows = true;
  const following = (async () => {
    while (follows) {
      const { rollout } = scene.tab;
      const verdict = rollout && toVerdict(rollout.status);
      const last = shown.at(-1);
      if (
        verdict &&
        (!last || formatVerdict(last) !== formatVerdict(verdict))
      ) {
        shown.push(verdict);
      }
      await sleep(EACH_MS);
    }
  })();
  return {
    async stop() {
      follows = false;
      await following;
      return shown;
    },
  };
}

/** @throws Error with all that was shown if some of it must not be. */
export function expectNever(
  shown: ExpectedVerdict[],
  isWrong: (verdict: ExpectedVerdict) => boolean,
): void {
  if (shown.some(isWrong)) {
    throw new Error(
      `The open tab showed ${shown.map(formatVerdict).join(' → ')}`,
    );
  }
}
