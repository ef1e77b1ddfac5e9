import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../Fault';
import type { FaultScene } from '../FaultScene';
import { runFaultRounds, runFaultRoundsWithin } from '../runFaultRounds';
import { openMany } from '../viewer/openMany';
import { SleepyReader } from '../viewer/SleepyReader';
import { createBulk, stirBulk } from './bulk';

const MB = 1024 ** 2;
const MINUTE_MS = 60_000;
const OPENS = 1_000;

/** What ails the portal, or those who look at it. */
export const portalFaults: Fault[] = [
  {
    slug: 'stall',
    name: 'the portal’s event loop stands still for 5 s',
    keeps: 'what came in meanwhile is read, nothing is lost',
    lane: 'alone',
    check: scene =>
      runFaultRounds(scene, {
        times: 3,
        async begin() {
          const stalled = scene.portal.order({ type: 'stall', ms: 5_000 });
          return () => stalled;
        },
      }),
  },
  {
    slug: 'skew',
    name: 'the portal’s clock 10 minutes ahead, then 10 minutes behind',
    keeps: 'phases and causes are those of a portal whose clock is right',
    lane: 'alone',
    async check(scene) {
      const shifts = [10 * MINUTE_MS, -10 * MINUTE_MS];
      return runFaultRounds(scene, {
        times: shifts.length,
        async begin() {
          await scene.portal.order({
            type: 'shift-clock',
            ms: shifts.shift() ?? 0,
          });
          return () => scene.portal.order({ type: 'shift-clock', ms: 0 });
        },
        async meanwhile() {
          await scene.disturb();
          await scene.settle();
        },
      });
    },
  },
  {
    slug: 'never-reads',
    name: 'a browser that opens the stream and reads nothing, while 5 MB are told',
    keeps:
      'others are told at once; it gets a snapshot when it reads; the portal grows by less than 128 MB',
    lane: 'alone',
    async check(scene) {
      const reader = new SleepyReader(scene);
      await createBulk(scene.namespace);
      await scene.settle();
      try {
        return await runFaultRoundsWithin(scene, 128 * MB, {
          times: 1,
          viewer: reader.viewer,
          async begin() {
            await reader.fallAsleep();
            return () => reader.wake();
          },
          async meanwhile() {
            await stirBulk(scene.namespace);
            await scene.recover(20_000);
          },
        });
      } finally {
        reader.viewer.close();
      }
    },
  },
  {
    slug: 'opens',
    name: '1,000 streams opened within a second, and closed',
    keeps: 'each gets its snapshot; the portal grows by less than 256 MB',
    lane: 'alone',
    async check(scene) {
      let tookMs = 0;
      const found = await runFaultRoundsWithin(scene, 256 * MB, {
        times: 1,
        async begin() {
          const opened = openMany(scene, OPENS);
          return async () => {
            tookMs = await opened;
          };
        },
      });
      const note = `the last had its snapshot after ${tookMs} ms`;
      return { ...found, note };
    },
  },
  {
    slug: 'revoked',
    name: 'the right to see is withdrawn in the middle of the stream',
    keeps: 'the stream ends within a minute; given back, all is there',
    lane: 'long',
    check: scene =>
      runFaultRounds(scene, {
        times: 1,
        async begin() {
          const environments = [scene.namespace.name];
          await scene.portal.order({ type: 'revoke', environments });
          return async () => {
            await scene.portal.order({ type: 'revoke', environments: [] });
            scene.viewer.open();
          };
        },
        async meanwhile() {
          await untilFailed(scene);
          await scene.disturb();
        },
      }),
  },
  {
    slug: 'hidden-tab',
    name: 'a tab is hidden, its stream closed, and shown again',
    keeps: 'it begins with a snapshot of all that changed',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          scene.viewer.hide();
          return () => scene.viewer.open();
        },
      }),
  },
];

/** Waits until the viewer is shut out; rights are looked at once a minute. */
async function untilFailed({ viewer }: FaultScene): Promise<void> {
  const deadline = Date.now() + 2 * MINUTE_MS;
  while (viewer.phase !== 'failed') {
    if (Date.now() > deadline) {
      throw new Error('The viewer still sees what it has no right to.');
    }
    await sleep(100);
  }
}
