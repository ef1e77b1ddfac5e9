import { nowMs } from '../../parts/clock';
import { slope, type Sample } from '../../measure/slope';
import type { SideName } from '../backend/BackendCalls';
import { createDisturbances } from '../disturb/disturb';
import { every } from '../disturb/every';
import { MarkerWriter } from '../disturb/MarkerWriter';
import type { Scene } from '../scene/Scene';
import { Side } from '../side/Side';

const OPENING_MS = 10_000;
const PATIENCE_MS = 60_000;
const SAMPLE_MS = 1_000;
const MEGABYTE = 1024 * 1024;

/** What a side's backend holds. */
export interface SoakResult {
  /** MB of heap that came with viewers of every namespace, for each 10,000 pods in those. */
  heapPer10kPods: number;
  /** MB a minute, over the later two thirds of the soak. */
  rssSlope: number;
  /** MB at the soak's end. */
  rssEnd: number;
}

/** A viewer of every namespace, so that all pods are watched; then events for a while. */
export async function playSoak(
  scene: Scene,
  name: SideName,
): Promise<SoakResult> {
  const { workloads, options, markerApi, hot } = scene;
  const [first, ...others] = workloads.slice(0, options.size.namespaces);
  const side = await Side.open(scene, name, { clusters: 1, label: 'soak' });
  try {
    // Whatever is loaded and compiled on the first use is no cost of a pod.
    await side.lookAll([first], 0);
    await side.untilAllHaveData(PATIENCE_MS);
    const before = await side.heap();
    await side.lookAll(others, OPENING_MS);
    await side.untilAllHaveData(PATIENCE_MS);
    const after = await side.heap();
    const namespaces = new Set(others.map(({ namespace }) => namespace));
    const pods = workloads
      .filter(({ namespace }) => namespaces.has(namespace))
      .reduce((sum, { replicas }) => sum + replicas, 0);

    const samples: Sample[] = [];
    const startedAt = nowMs();
    const disturb = await createDisturbances(
      scene,
      new MarkerWriter(markerApi, hot),
    );
    await side.measure(options.size.soakSeconds * 1_000, signal =>
      Promise.all([
        disturb.events(signal),
        every(SAMPLE_MS, signal, async () => {
          const value = (await side.rss()) / MEGABYTE;
          samples.push({ at: (nowMs() - startedAt) / 60_000, value });
        }),
      ]),
    );
    return {
      heapPer10kPods: ((after - before) / MEGABYTE / pods) * 10_000,
      rssSlope: slope(samples.slice(Math.floor(samples.length / 3))),
      rssEnd: samples[samples.length - 1]?.value ?? 0,
    };
  } finally {
    await side.close();
  }
}
