import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../Fault';
import { slowDown } from '../proxy/slowDown';
import { runFaultRounds } from '../runFaultRounds';
import { isList, isReading } from '../proxy/Asked';

/** What networks, and what stands in them, do to connections. */
export const connectionFaults: Fault[] = [
  {
    slug: 'cut-body',
    name: 'every WATCH cut in the middle of its body',
    keeps: 'what changed in between is listed',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          scene.proxy.cutAll();
          return () => {};
        },
      }),
  },
  {
    slug: 'cut-list',
    name: 'each list cut in the middle of its body',
    keeps: 'half a list is no list: rows stay',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 3,
        async begin() {
          const fault = scene.proxy.impose({
            matches: isList,
            act: exchange => exchange.passPart(600, 'cut'),
          });
          scene.proxy.cutAll();
          await fault.hit();
          return () => fault.end();
        },
      }),
  },
  {
    slug: 'half-open',
    name: 'half-open TCP: the peer of every connection has lost it, without FIN or RST',
    keeps:
      'TCP itself is asked after a second of quiet, and the answer is a reset',
    lane: 'beside',
    relayed: true,
    missing: ({ relayMissing }) => relayMissing,
    check: scene =>
      runFaultRounds(scene, {
        async begin() {
          scene.relay?.forgetAll();
          return () => {};
        },
      }),
  },
  {
    slug: 'swallowed',
    name: 'something in between acknowledges all and passes nothing on, for 5 s; what was open then stays so',
    keeps: 'the dead WATCH is found out by its silence',
    lane: 'long',
    check: scene =>
      runFaultRounds(scene, {
        times: 1,
        withinMs: 170_000,
        async begin() {
          scene.proxy.freezeAll();
          const fault = scene.proxy.impose({
            matches: () => true,
            act: () => {},
          });
          return () => fault.end();
        },
        async meanwhile() {
          await scene.disturb();
          await sleep(5_000);
        },
      }),
  },
  {
    slug: 'gone-silent',
    name: 'the network swallows everything for 40 s, then breaks what was open',
    keeps: 'the silence is noticed, and told',
    lane: 'long',
    check: scene =>
      runFaultRounds(scene, {
        times: 1,
        async begin() {
          scene.proxy.freezeAll();
          const fault = scene.proxy.impose({
            matches: () => true,
            act: () => {},
          });
          return () => {
            fault.end();
            scene.proxy.cutAll();
          };
        },
        async meanwhile() {
          await scene.disturb();
          await sleep(40_000);
        },
      }),
  },
  {
    slug: 'slow-head',
    name: 'slow-loris: heads of answers come byte by byte',
    keeps: 'others are not held up, and the answer is taken when it is there',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 2,
        async begin() {
          const pace = { everyMs: 250 };
          const fault = scene.proxy.impose({
            matches: isReading,
            act: exchange => exchange.passSlowly(slowDown(pace)),
          });
          scene.proxy.endAll();
          await fault.hit();
          return () => {
            pace.everyMs = 0;
            fault.end();
          };
        },
        async meanwhile() {
          await scene.disturb();
          await sleep(5_000);
        },
      }),
  },
  {
    slug: 'slow-body',
    name: 'slow-loris: bodies of answers come byte by byte',
    keeps: 'what has come is no list before all of it has',
    lane: 'beside',
    check: scene =>
      runFaultRounds(scene, {
        times: 2,
        async begin() {
          const pace = { everyMs: 100 };
          const fault = scene.proxy.impose({
            matches: isReading,
            act: exchange => exchange.pass({ through: [slowDown(pace)] }),
          });
          scene.proxy.endAll();
          await fault.hit();
          return () => {
            pace.everyMs = 0;
            fault.end();
          };
        },
        async meanwhile() {
          await scene.disturb();
          await sleep(5_000);
        },
      }),
  },
  {
    slug: 'one-of-three',
    name: 'one cluster of three takes no connection',
    keeps: 'the other two stay live and tell each change',
    lane: 'beside',
    clusters: 3,
    check: scene =>
      runFaultRounds(scene, {
        times: 3,
        async begin() {
          scene.proxy.die();
          return () => scene.proxy.revive();
        },
        async meanwhile() {
          const isSeen = await scene.mark();
          await scene.viewer.until(
            'the first cluster is lost, and the others tell the change',
            ({ environments: [dead, ...others] }) =>
              dead.state !== 'live' &&
              others.every(({ state }) => state === 'live') &&
              isSeen({ environments: others, records: [] }),
            20_000,
          );
          await scene.disturb();
        },
      }),
  },
];
