import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../Fault';
import type { FaultScene } from '../FaultScene';
import type { Found } from '../Found';
import { runFaultRounds } from '../runFaultRounds';
import { isList, isReading, isWatch, isWatchOn } from '../proxy/Asked';

const COMPACTED = '1';

/** What an API server, or a load balancer before it, answers. */
export const answerFaults: Fault[] = [
  {
    slug: 'gone-at-continue',
    name: '410 at continue: the version of a list is compacted between its pages',
    keeps: 'the list is read anew in one page',
    lane: 'beside',
    check: scene => goneAtContinue(scene),
  },
  {
    slug: 'gone-at-start',
    name: '410 at the start of a WATCH: its version is compacted',
    keeps: 'a list tells what was missed',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          const fault = scene.proxy.impose({
            matches: isWatchOn,
            act: exchange =>
              exchange.pass({ query: { resourceVersion: COMPACTED } }),
          });
          scene.proxy.endAll();
          await scene.disturb();
          await fault.hit();
          return () => fault.end();
        },
      }),
  },
  {
    slug: 'gone-in-stream',
    name: '410 in the stream of every WATCH',
    keeps: 'a list tells what was missed, and nobody hears of a fault',
    lane: 'beside',
    async check(scene) {
      const error = await readGone(scene);
      return runFaultRounds(scene, {
        async begin() {
          await Promise.all(
            scene.proxy.open(isWatch).map(async exchange => {
              await exchange.inject(error);
              exchange.end();
            }),
          );
          return () => {};
        },
      });
    },
  },
  {
    slug: 'busy',
    name: '429 with Retry-After: 1 to every request',
    keeps: 'it is asked as seldom as it wishes',
    lane: 'beside',
    check: scene =>
      refused(scene, 429, 'TooManyRequests', { 'retry-after': '1' }),
  },
  {
    slug: 'unavailable',
    name: '503 to every request',
    keeps: 'rows stay on the page as stale',
    lane: 'beside',
    check: scene => refused(scene, 503, 'ServiceUnavailable', {}),
  },
  {
    slug: 'half-json',
    name: 'lists of truncated JSON, ended properly',
    keeps: 'half a list is no list: rows stay',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 3,
        async begin() {
          const fault = scene.proxy.impose({
            matches: isList,
            act: exchange => exchange.passPart(600, 'end'),
          });
          scene.proxy.cutAll();
          await fault.hit();
          return () => fault.end();
        },
      }),
  },
];

async function goneAtContinue(scene: FaultScene): Promise<Found> {
  return runFaultRounds(scene, {
    times: 3,
    async begin() {
      // An API server that can't begin a WATCH with a list says 422, as it does of a parameter that is missing.
      const old = scene.proxy.impose({
        matches: ({ fromStart }) => fromStart,
        act: exchange =>
          exchange.pass({ query: { resourceVersionMatch: undefined } }),
      });
      const paged = scene.proxy.impose({
        matches: ({ verb, url }) =>
          verb === 'LIST' && url.searchParams.has('limit'),
        act: exchange => exchange.pass({ query: { limit: '1' } }),
      });
      const compacted = scene.proxy.impose({
        matches: ({ verb, url }) =>
          verb === 'LIST' && url.searchParams.has('continue'),
        act: exchange =>
          exchange.pass({
            query: {
              continue: toOldToken(
                exchange.asked.url.searchParams.get('continue') ?? '',
              ),
            },
          }),
      });
      scene.proxy.cutAll();
      await compacted.hit();
      return () => [compacted, paged, old].forEach(fault => fault.end());
    },
  });
}

/** The same place of a list in a version that is compacted for long. */
function toOldToken(token: string): string {
  const place = JSON.parse(Buffer.from(token, 'base64url').toString());
  return Buffer.from(
    JSON.stringify({ ...place, rv: Number(COMPACTED) }),
  ).toString('base64url');
}

/** The event of a WATCH that the API server itself tells of a version that is gone. */
async function readGone({ namespace }: FaultScene): Promise<string> {
  const answer = await namespace.read(
    `/api/v1/namespaces/${namespace.name}/pods?watch=1&timeoutSeconds=1&resourceVersion=${COMPACTED}`,
  );
  const told = JSON.parse(answer.split('\n')[0]);
  return JSON.stringify(
    told.kind === 'Status' ? { type: 'ERROR', object: told } : told,
  );
}

async function refused(
  scene: FaultScene,
  code: number,
  reason: string,
  headers: Record<string, string>,
): Promise<Found> {
  return runFaultRounds(scene, {
    times: 3,
    async begin() {
      const fault = scene.proxy.impose({
        matches: isReading,
        act: exchange => exchange.refuse(code, reason, headers),
      });
      scene.proxy.endAll();
      await fault.hit();
      return () => fault.end();
    },
    async meanwhile() {
      await scene.disturb();
      await sleep(3_000);
    },
  });
}
