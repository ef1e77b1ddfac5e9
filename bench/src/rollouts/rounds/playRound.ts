import { setTimeout as sleep } from 'node:timers/promises';
import type { SideName } from '../backend/BackendCalls';
import { createDisturbances } from '../disturb/disturb';
import { every } from '../disturb/every';
import { MarkerWriter } from '../disturb/MarkerWriter';
import { CLUSTERS, type Scene } from '../scene/Scene';
import type { Workload } from '../seed/Workload';
import { Side } from '../side/Side';
import { findUnequal } from './findUnequal';
import type { RoundResult } from './RoundResult';
import { toLatencies } from './toLatencies';

/** Viewers come over as long as the peer's poll takes to come round, so that polls are spread as in life. */
const OPENING_MS = 10_000;
const BASELINE_MS = 5_000;
const VISIT_EVERY_MS = 200;
const PATIENCE_MS = 30_000;
/** What was written last is polled for once more. */
const SETTLE_MS = 12_000;

/** One round of one side, from a backend that was just started to its end. */
export async function playRound(
  scene: Scene,
  name: SideName,
  round: number,
): Promise<RoundResult> {
  const { hot, options, api, markerApi } = scene;
  const ms = options.size.seconds * 1_000;
  const cluster = CLUSTERS.slice(0, 1);
  const markers = new MarkerWriter(markerApi, hot);
  const disturb = await createDisturbances(scene, markers);
  const side = await Side.open(scene, name, {
    clusters: 1,
    label: `round-${round}`,
  });
  try {
    // What a backend loads and compiles for the first request of all is no cost of a viewer.
    await side.visit(toBystander(scene));
    const baseline = await side.measure(BASELINE_MS);

    await side.lookAll(hot, OPENING_MS);
    const coldInTime = await side.untilAllHaveData(PATIENCE_MS);
    const cold = (await side.firstData()).map(({ ms: waited }) => waited);
    const idleOfFew = await side.measure(ms);

    const arriving = await side.measure(OPENING_MS, () =>
      side.lookAll(toOthers(scene), OPENING_MS),
    );
    await side.untilAllHaveData(PATIENCE_MS);
    const idle = await side.measure(ms);

    const visits: Array<number | undefined> = [];
    await side.measure(ms / 2, signal =>
      every(VISIT_EVERY_MS, signal, async count => {
        visits.push(await side.visit(hot[count % hot.length]));
      }),
    );

    await side.measure(ms, disturb.quiet);
    const rolling = await side.measure(ms, disturb.rolling);
    let eventCount = 0;
    const events = await side.measure(ms, async signal => {
      eventCount = await disturb.events(signal);
    });

    await sleep(SETTLE_MS);
    const unequal = await findUnequal(
      ...([api, hot, await side.finalStates(), cluster] as const),
    );
    const { byWindow, missed } = toLatencies(
      markers.written,
      await side.takeSightings(),
      side.visits,
      cluster,
    );
    const waited = [...cold, ...visits];
    return {
      ...{ idleOfFew, arriving, idle, rolling, events, missed },
      eventRate: eventCount / options.size.seconds,
      apiServerBaseline: baseline.apiServerCpuSeconds,
      firstDataCold: coldInTime ? cold.flatMap(one => one ?? []) : [],
      firstDataWarm: visits.flatMap(one => one ?? []),
      withoutData: waited.filter(one => one === undefined).length,
      latencies: {
        quiet: byWindow.get('quiet') ?? [],
        rolling: byWindow.get('rolling') ?? [],
        events: byWindow.get('events') ?? [],
      },
      writes: markers.written.map(
        ({ sentAt, answeredAt }) => answeredAt - sentAt,
      ),
      equalViewers: side.visits.size - unequal.length,
      viewers: side.visits.size,
      entities: hot.length,
    };
  } finally {
    await side.close();
  }
}

/** A component that nobody looks at, in a namespace of its own if there is one left. */
function toBystander({ workloads, hot }: Scene): Workload {
  return workloads[hot.length % workloads.length];
}

/** Whom the viewers after the first of each entity look at. */
function toOthers({ hot, options }: Scene): Workload[] {
  return Array.from(
    { length: options.size.viewers - hot.length },
    (_, index) => hot[index % hot.length],
  );
}
