import type { ClusterUnderTest } from './ClusterUnderTest';
import type { WatchEvent } from './objects';
import { streamLines, type StreamOptions } from './streamLines';

export interface WatchOptions extends Omit<StreamOptions, 'until'> {
  /** Ends the WATCH with this event; without it the server ends it. */
  until?: (event: WatchEvent) => boolean;
}

/**
 * Reads a WATCH event by event.
 *
 * @throws Error when it does not end in time.
 */
export async function watchApi(
  cluster: ClusterUnderTest,
  path: string,
  { until, ...options }: WatchOptions,
): Promise<WatchEvent[]> {
  const toEvent = (line: string) => JSON.parse(line) as WatchEvent;
  const lines = await streamLines(cluster, path, {
    ...options,
    until: until && (line => until(toEvent(line))),
  });
  return lines.map(toEvent);
}
