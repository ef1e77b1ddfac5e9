import type { Fault } from '../Fault';
import type { FaultScene } from '../FaultScene';
import { mapLines } from '../proxy/mapLines';
import { runFaultRounds, runFaultRoundsWithin } from '../runFaultRounds';
import { isWatch, isWatchOf } from '../proxy/Asked';
import { aFlood, aHugePod } from './pods';
import { repeatAndDisorder } from './repeatAndDisorder';

const MB = 1024 ** 2;
/** How much a portal may hold more than before, while and after it is sent what no cluster should send. */
const MOST_MORE = 256 * MB;
const EVENTS = 10_000;

/** What is in the answers. */
export const contentFaults: Fault[] = [
  {
    slug: 'huge-object',
    name: 'an object of 50 MB on a WATCH',
    keeps:
      'it is left out, all else is told; the portal grows by less than 256 MB',
    lane: 'alone',
    check: scene => inject(scene, 3, aHugePod(50 * MB)),
  },
  {
    slug: 'flood',
    name: '10,000 events at once',
    keeps:
      'pods that came and went leave nothing; the portal grows by less than 256 MB',
    lane: 'alone',
    check: scene => inject(scene, 3, aFlood(EVENTS)),
  },
  {
    slug: 'disorder',
    name: 'each event of a WATCH twice, and older ones after newer ones',
    keeps: 'no row goes back, nothing is told twice',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          const fault = scene.proxy.impose({
            matches: isWatch,
            act: exchange =>
              exchange.pass({ through: [mapLines(repeatAndDisorder())] }),
          });
          scene.proxy.endAll();
          await fault.hit();
          return () => fault.end();
        },
        async meanwhile() {
          await scene.disturb();
          await scene.settle();
          await scene.disturb();
        },
      }),
  },
  {
    slug: 'recreated',
    name: 'a Workload deleted and created anew under its name, while every WATCH is away',
    keeps: 'the old one is gone, the new one begins at revision 1',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          scene.proxy.cutAll();
          return () => {};
        },
        async meanwhile() {
          await scene.namespace.removeWorkload('job');
          await scene.namespace.createWorkload('job', 1);
        },
      }),
  },
];

/** Writes lines into the WATCHes of pods, and holds the portal to its memory. */
function inject(scene: FaultScene, times: number, lines: string[]) {
  return runFaultRoundsWithin(scene, MOST_MORE, {
    times,
    async begin() {
      const watches = scene.proxy.open(isWatchOf('pods'));
      if (watches.length === 0) {
        throw new Error('Nobody watches pods.');
      }
      await Promise.all(
        watches.map(exchange => exchange.inject(lines.join('\n'))),
      );
      return () => {};
    },
  });
}
