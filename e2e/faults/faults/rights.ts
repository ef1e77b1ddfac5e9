import { setTimeout as sleep } from 'node:timers/promises';
import { signToken } from '../cluster/signToken';
import type { Fault } from '../Fault';
import type { FaultScene } from '../FaultScene';
import { runFaultRounds } from '../runFaultRounds';

/** How much longer than its token says an API server takes it: a minute for clocks, and 10 s that it remembers it. */
const GRACE_S = 60;
const REMEMBERED_MS = 10_000;
/** A portal that hears nothing asks after 15 to 20 s, twice, before it says what is wrong. */
const LONGEST_SILENCE_MS = 30_000;

/** The portal's rights in a cluster. */
export const rightsFaults: Fault[] = [
  {
    slug: 'expired',
    name: 'the token runs out in the middle of a WATCH',
    keeps: 'the WATCH goes on; the next request takes the new token',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 1,
        async begin() {
          await signInFor(scene, 3);
          scene.proxy.endAll();
          await scene.settle();
          await sleep(3_000 + REMEMBERED_MS);
          await assertRefused(scene);
          return async () => {
            await scene.renewToken();
            scene.proxy.endAll();
          };
        },
      }),
  },
  {
    slug: 'refused-once',
    name: '401 once: the token is renewed a moment after it is refused',
    keeps: 'it is asked again at once, and nobody hears of it',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          const seen = new Set<string>();
          const fault = scene.proxy.impose({
            matches: ({ plural }) =>
              !seen.has(plural) && Boolean(seen.add(plural)),
            act: exchange =>
              exchange.pass({ headers: { authorization: 'Bearer old' } }),
          });
          scene.proxy.endAll();
          await fault.hit();
          return () => fault.end();
        },
      }),
  },
  {
    slug: 'refused-always',
    name: '401 always: the token has run out, and nobody renews it',
    keeps: 'it is told that the role is refused; rows stay',
    lane: 'beside',
    async check(scene) {
      const toldAfterMs: number[] = [];
      const found = await runFaultRounds(scene, {
        async begin() {
          await signInFor(scene, -REMEMBERED_MS / 1_000);
          scene.proxy.endAll();
          return () => scene.renewToken();
        },
        async meanwhile() {
          const since = performance.now();
          await untilState(scene, 'denied');
          toldAfterMs.push(performance.now() - since);
          await scene.disturb();
        },
      });
      const longest = Math.round(Math.max(...toldAfterMs));
      return { ...found, note: `told after up to ${longest} ms` };
    },
  },
  {
    slug: 'no-pods',
    name: 'RBAC refuses one kind that no verdict does without (pods)',
    keeps: 'it is told that the role is refused; rows stay',
    lane: 'beside',
    async check(scene) {
      const allowing: Array<Promise<number>> = [];
      const found = await runFaultRounds(scene, {
        async begin() {
          await scene.namespace.allowAllBut('pods');
          // RBAC is looked at when a WATCH begins.
          scene.proxy.endAll();
          return async () => {
            await scene.namespace.allowAllBut();
            allowing.push(measureUntilAllowed(scene));
          };
        },
        async meanwhile() {
          await untilState(scene, 'denied');
          await scene.disturb();
        },
      });
      const longest = Math.max(...(await Promise.all(allowing)));
      const note = `of it up to ${longest} ms until the API server itself knew`;
      return { ...found, note };
    },
  },
  {
    slug: 'no-events',
    name: 'RBAC refuses one kind that only tells more (events)',
    keeps: 'all stays live',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 2,
        async begin() {
          await scene.namespace.allowAllBut('events');
          scene.proxy.endAll();
          return () => scene.namespace.allowAllBut();
        },
      }),
  },
];

/** Lets the portal sign in with a token that the API server takes for so long, in seconds. */
async function signInFor(scene: FaultScene, seconds: number): Promise<void> {
  const { namespace, world } = scene;
  const expiresAt = Math.floor(Date.now() / 1_000) - GRACE_S + seconds;
  await scene.signInWith(
    await signToken({
      stateDir: world.stateDir,
      issuer: world.controlPlane.url,
      namespace: namespace.name,
      uid: await namespace.accountUid(),
      expiresAt,
    }),
  );
}

/** @throws Error if the API server takes the token that the portal has. */
async function assertRefused(scene: FaultScene): Promise<void> {
  const status = await scene.namespace.statusFor(scene.tokenFile);
  if (status !== 401) {
    throw new Error(`The token should have run out, but gets ${status}.`);
  }
}

/** Milliseconds until the API server goes by a right that was just given. */
async function measureUntilAllowed(scene: FaultScene): Promise<number> {
  const since = performance.now();
  while (!(await scene.namespace.mayListPods(scene.tokenFile))) {
    await sleep(20);
  }
  return Math.round(performance.now() - since);
}

function untilState(scene: FaultScene, state: string): Promise<void> {
  return scene.viewer.until(
    `the Environment is ${state}`,
    ({ environments }) => environments.every(known => known.state === state),
    LONGEST_SILENCE_MS,
  );
}
