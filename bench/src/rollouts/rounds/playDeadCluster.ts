import { setTimeout as sleep } from 'node:timers/promises';
import type { SideName } from '../backend/BackendCalls';
import { every } from '../disturb/every';
import { MarkerWriter } from '../disturb/MarkerWriter';
import { CLUSTERS, toListenerName, type Scene } from '../scene/Scene';
import { Side } from '../side/Side';
import { toLatencies } from './toLatencies';

const OPENING_MS = 10_000;
const PATIENCE_MS = 30_000;
const MARKER_MS = 125;
/** After a cluster came or went, until its readers have noticed. */
const SETTLE_MS = 12_000;
const WINDOWS = ['alive', 'dead', 'alive', 'dead'];

/** Milliseconds to the viewers of the two healthy clusters, one for each marker, viewer and cluster. */
export interface DeadClusterResult {
  alive: number[];
  dead: number[];
  /** Of those that were written while the third was dead, how many never came. */
  missed: number;
}

/** Three clusters, one of which is held again and again: nothing passes to or from it, and nobody is told. */
export async function playDeadCluster(
  scene: Scene,
  name: SideName,
): Promise<DeadClusterResult> {
  const { hot, options, markerApi, passThrough } = scene;
  const ms = (options.size.seconds * 1_000) / 2;
  const healthy = CLUSTERS.slice(0, 2);
  const dead = { name: toListenerName(name, CLUSTERS[2]) };
  const markers = new MarkerWriter(markerApi, hot);
  const side = await Side.open(scene, name, {
    clusters: CLUSTERS.length,
    label: 'dead-cluster',
  });
  try {
    await side.lookAll(hot, OPENING_MS);
    await side.untilAllHaveData(PATIENCE_MS);
    for (const window of WINDOWS) {
      await passThrough.call(window === 'dead' ? 'hold' : 'release', dead);
      await sleep(SETTLE_MS);
      await side.measure(ms, signal =>
        every(MARKER_MS, signal, () => markers.write(window)),
      );
    }
    await sleep(SETTLE_MS);
    const { byWindow, missed } = toLatencies(
      markers.written,
      await side.takeSightings(),
      side.visits,
      healthy,
    );
    return {
      alive: byWindow.get('alive') ?? [],
      dead: byWindow.get('dead') ?? [],
      missed,
    };
  } finally {
    await passThrough.call('release', dead);
    await side.close();
  }
}
