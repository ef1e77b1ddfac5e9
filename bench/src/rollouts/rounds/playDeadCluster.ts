import { setTimeout as sleep } from 'node:timers/promises';
import type { SideName } from '../backend/BackendCalls';
import { every } from '../disturb/every';
import { MarkerWriter } from '../disturb/MarkerWriter';
import { CLUSTERS, toListenerName, type Scene } from '../scene/Scene';
import { Side } from '../side/Side';
import { planDeadCluster, type DeadClusterPair } from './planDeadCluster';
import { toLatencies } from './toLatencies';

const OPENING_MS = 10_000;
const PATIENCE_MS = 30_000;
const MARKER_MS = 60;
/** After a cluster came back, until its readers have noticed. */
const SETTLE_MS = 12_000;

/** What a third cluster's death does to viewers of the two healthy ones. */
export interface DeadClusterResult {
  pairs: DeadClusterPair[];
  /** Of what was written while the third was dead, and when it was alive, how much never came. */
  missed: number;
}

/**
 * Three clusters, one of which is held again and again: nothing passes to or from it, and nobody is told. A window while it
 * is dead begins at once, so that how it is missed is within.
 */
export async function playDeadCluster(
  scene: Scene,
  name: SideName,
  pairs: number,
): Promise<DeadClusterResult> {
  const { hot, options, markerApi, passThrough } = scene;
  const { windows, toPairs } = planDeadCluster(pairs);
  const ms = options.size.seconds * 1_000;
  const dead = { name: toListenerName(name, CLUSTERS[2]) };
  const markers = new MarkerWriter(markerApi, hot);
  const side = await Side.open(scene, name, {
    clusters: CLUSTERS.length,
    label: 'dead-cluster',
  });
  try {
    await side.lookAll(hot, OPENING_MS);
    await side.untilAllHaveData(PATIENCE_MS);
    let held = false;
    for (const window of windows) {
      if (held !== window.dead) {
        held = window.dead;
        await passThrough.call(held ? 'hold' : 'release', dead);
        await sleep(held ? 0 : SETTLE_MS);
      }
      await side.measure(ms, signal =>
        every(MARKER_MS, signal, () => markers.write(window.name)),
      );
    }
    await sleep(SETTLE_MS);
    const { byWindow, missed } = toLatencies(
      markers.written,
      await side.takeSightings(),
      side.visits,
      CLUSTERS.slice(0, 2),
    );
    return { pairs: toPairs(byWindow), missed };
  } finally {
    await passThrough.call('release', dead);
    await side.close();
  }
}
