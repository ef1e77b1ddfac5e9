import type { Marker } from '../disturb/Marker';
import type { Visit } from '../side/Side';
import type { Sighting } from '../viewers/ViewerCalls';

/** How long markers took to each viewer of their entity. */
export interface Latencies {
  /** Milliseconds by the window of the marker, from before the write; one for each marker and viewer. */
  byWindow: Map<string, number[]>;
  /** Markers that never came to a viewer, one for each marker and viewer. */
  missed: number;
}

/**
 * A viewer has a marker when it first has that one or a later one: what was overtaken on its way is no longer true.
 *
 * @param clusters - the names in which each marker has to be seen.
 */
export function toLatencies(
  markers: Marker[],
  sightings: Sighting[],
  visits: Map<number, Visit>,
  clusters: string[],
): Latencies {
  const byWindow = new Map<string, number[]>();
  let missed = 0;
  for (const [viewer, visit] of visits) {
    const own = markers.filter(
      ({ entity, sentAt }) =>
        entity === visit.entity && sentAt > visit.openedAt,
    );
    for (const cluster of clusters) {
      const seen = sightings.filter(
        sighting => sighting.viewer === viewer && sighting.cluster === cluster,
      );
      for (const { marker, window, sentAt } of own) {
        const first = seen.find(sighting => sighting.marker >= marker);
        if (first) {
          const latencies = byWindow.get(window) ?? [];
          byWindow.set(window, latencies);
          latencies.push(first.at - sentAt);
        } else {
          missed += 1;
        }
      }
    }
  }
  return { byWindow, missed };
}
