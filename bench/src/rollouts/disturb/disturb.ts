import type { Scene } from '../scene/Scene';
import { every } from './every';
import type { MarkerWriter } from './MarkerWriter';
import { PodToucher } from './PodToucher';
import { restart } from './restart';

const MARKERS_MS = 400;
const RESTART_MS = 4_000;
const EVENTS_A_SECOND = 50;
/** Of so many events one is a marker, the others are of pods. */
const MARKER_SHARE = 10;

/** What goes on in the cluster while a window is measured. */
export interface Disturbances {
  /** Now and then somebody changes a Deployment. */
  quiet(signal: AbortSignal): Promise<unknown>;
  /** Every four seconds the next Deployment that is looked at is restarted, which takes its controllers some ten steps. */
  rolling(signal: AbortSignal): Promise<unknown>;
  /** 50 writes a second, nine in ten to any pod of the namespaces that are looked at; the answer tells how many went through. */
  events(signal: AbortSignal): Promise<number>;
}

export async function createDisturbances(
  { api, hot }: Scene,
  markers: MarkerWriter,
): Promise<Disturbances> {
  const pods = await PodToucher.find(api, hot);
  return {
    quiet: signal => every(MARKERS_MS, signal, () => markers.write('quiet')),
    rolling: signal =>
      Promise.all([
        every(MARKERS_MS, signal, () => markers.write('rolling')),
        every(RESTART_MS, signal, count =>
          restart(api, hot[count % hot.length]),
        ),
      ]),
    events: signal =>
      every(1_000 / EVENTS_A_SECOND, signal, count =>
        count % MARKER_SHARE === 0
          ? markers.write('events')
          : pods.touch(count),
      ),
  };
}
