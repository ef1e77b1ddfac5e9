import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from '../../parts/clock';
import { slope, type Sample } from '../../measure/slope';
import type { SideName } from '../backend/BackendCalls';
import { createDisturbances } from '../disturb/disturb';
import { every } from '../disturb/every';
import { MarkerWriter } from '../disturb/MarkerWriter';
import type { Scene } from '../scene/Scene';
import { Side } from '../side/Side';
import { toHeld, type Held } from './toHeld';

const OPENING_MS = 10_000;
const PATIENCE_MS = 60_000;
const SAMPLE_MS = 1_000;
const MINUTE_MS = 60_000;
const MEGABYTE = 1024 * 1024;
/** Namespaces of either kind that are looked at before anything counts: what is loaded and compiled then is no cost of theirs. */
const WARM_UP = 4;

/** What opening needed for a moment, such as compiled code, goes with the collections of some seconds. */
const STEADY_WITHIN = 0.2 * MEGABYTE;
const LOOK_AGAIN_MS = 3_000;
const LOOKS = 20;

/** What a side's backend holds. */
export interface SoakResult extends Held {
  /** MB a minute by which the heap that is in use grew while events went on. */
  heapSlope: number;
  /** MB a minute, over the later two thirds of the soak. */
  rssSlope: number;
  /** MB at the soak's end. */
  rssEnd: number;
}

/** A viewer of every namespace, first of empty ones and then of those with all pods; then events for a while. */
export async function playSoak(
  scene: Scene,
  name: SideName,
): Promise<SoakResult> {
  const { workloads, bare, options } = scene;
  const full = workloads.slice(0, options.size.namespaces);
  const counted = full.slice(WARM_UP);
  const side = await Side.open(scene, name, { clusters: 1, label: 'soak' });
  const lookAll = async (at: typeof full) => {
    await side.lookAll(at, OPENING_MS);
    await side.untilAllHaveData(PATIENCE_MS);
    return steadyHeap(side);
  };
  try {
    const before = await lookAll([
      ...bare.slice(0, WARM_UP),
      ...full.slice(0, WARM_UP),
    ]);
    const withEmpty = await lookAll(bare.slice(WARM_UP));
    const withFull = await lookAll(counted);
    const namespaces = new Set(counted.map(({ namespace }) => namespace));
    const pods = workloads
      .filter(({ namespace }) => namespaces.has(namespace))
      .reduce((sum, { replicas }) => sum + replicas, 0);
    return {
      ...toHeld({
        heaps: [before, withEmpty, withFull],
        namespaces: counted.length,
        pods,
      }),
      ...(await soak(scene, side)),
    };
  } finally {
    await side.close();
  }
}

/** The heap once it no longer falls, in bytes. */
async function steadyHeap(side: Side): Promise<number> {
  let heap = await side.heap();
  for (let look = 0; look < LOOKS; look += 1) {
    await sleep(LOOK_AGAIN_MS);
    const before = heap;
    heap = await side.heap();
    if (before - heap < STEADY_WITHIN) {
      break;
    }
  }
  return heap;
}

async function soak(scene: Scene, side: Side) {
  const { options, markerApi, hot } = scene;
  const samples: Sample[] = [];
  const markers = new MarkerWriter(markerApi, hot);
  const disturb = await createDisturbances(scene, markers);
  const heapBefore = await side.heap();
  const startedAt = nowMs();
  await side.measure(options.size.soakSeconds * 1_000, signal =>
    Promise.all([
      disturb.events(signal),
      every(SAMPLE_MS, signal, async () => {
        const value = (await side.rss()) / MEGABYTE;
        samples.push({ at: (nowMs() - startedAt) / MINUTE_MS, value });
      }),
    ]),
  );
  const minutes = (nowMs() - startedAt) / MINUTE_MS;
  return {
    heapSlope: ((await side.heap()) - heapBefore) / MEGABYTE / minutes,
    rssSlope: slope(samples.slice(Math.floor(samples.length / 3))),
    rssEnd: samples[samples.length - 1]?.value ?? 0,
  };
}
