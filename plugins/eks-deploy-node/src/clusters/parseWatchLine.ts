import { toClusterError } from './toClusterError';
import type { WatchEvent } from './ClusterClient';

/**
 * Reads one line of a WATCH.
 *
 * @throws what {@link toClusterError} makes of an ERROR event, which comes inside an answer of 200.
 * @internal
 */
export function parseWatchLine<T>(
  line: string,
  request: { cluster: string; asked: string },
): WatchEvent<T> {
  const event: WatchEvent<T> | { type: 'ERROR'; object: { code?: number } } =
    JSON.parse(line);
  if (event.type === 'ERROR') {
    throw toClusterError({
      ...request,
      status: event.object.code ?? 500,
      body: event.object,
    });
  }
  return event;
}
