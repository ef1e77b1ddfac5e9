const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const PODS = 10_000;

/** What a backend holds for whoever looks. */
export interface Held {
  /** MB of heap that 10,000 pods add to the namespaces that they are in, with their Deployments and ReplicaSets. */
  heapOfPods: number;
  /** kB of heap that a namespace adds in which there is nothing: that of its WATCHes and views. */
  heapOfNamespace: number;
  /** MB of heap for 10,000 pods with their namespaces, as they are dealt out here. */
  heapInAll: number;
}

/**
 * Tells pods from their namespaces, of which there may be few or many.
 *
 * @param measured - Bytes of heap at first, with viewers of so many empty namespaces more, and with viewers of as many
 * namespaces more that have all these pods.
 */
export function toHeld(measured: {
  heaps: [number, number, number];
  namespaces: number;
  pods: number;
}): Held {
  const { heaps, namespaces, pods } = measured;
  const [before, withEmpty, withFull] = heaps;
  const empty = withEmpty - before;
  const full = withFull - withEmpty;
  return {
    heapOfPods: ((full - empty) / MEGABYTE / pods) * PODS,
    heapOfNamespace: empty / KILOBYTE / namespaces,
    heapInAll: (full / MEGABYTE / pods) * PODS,
  };
}
