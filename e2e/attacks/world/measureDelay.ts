import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalUnderAttack } from './startPortal';

const PING_EVERY_MS = 20;
const QUIET_PINGS = 5;
const QUIET_MS = 200;
const LONGEST_WAIT_MS = 30_000;

/** Longest time, in milliseconds, that a portal did not say that it is alive while work was done, and until it was quiet. */
export async function measureDelay(
  portal: PortalUnderAttack,
  work: () => Promise<void> | void,
): Promise<number> {
  let worst = 0;
  let working = true;
  const done = Promise.resolve()
    .then(work)
    .finally(() => {
      working = false;
    });
  // It is waited for below; until then its failure is nobody's.
  done.catch(() => {});
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (let quiet = 0; working || quiet < QUIET_PINGS; ) {
    const left = deadline - Date.now();
    const took = await Promise.race([portal.ping(), sleep(left, Infinity)]);
    worst = Math.max(worst, Number.isFinite(took) ? took : LONGEST_WAIT_MS);
    if (!Number.isFinite(took)) {
      break;
    }
    quiet = took < QUIET_MS ? quiet + 1 : 0;
    await sleep(PING_EVERY_MS);
  }
  // A portal that stands still for so long may never answer what the work waits for.
  if (worst < LONGEST_WAIT_MS) {
    await done;
  }
  return worst;
}
