import { toClusterError } from './toClusterError';
import type { WatchEvent } from './ClusterClient';

const TYPES = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK'];

/**
 * Reads one line of a WATCH.
 *
 * @throws what {@link toClusterError} makes of an ERROR event, which comes inside an answer of 200, and a SyntaxError for
 * what is no event.
 * @internal
 */
export function parseWatchLine<T>(
  line: string,
  request: { cluster: string; asked: string },
): WatchEvent<T> {
  const event: unknown = JSON.parse(line);
  if (isEvent<T>(event)) {
    return event;
  }
  if (isErrorEvent(event)) {
    throw toClusterError({
      ...request,
      status: event.object?.code ?? 500,
      body: event.object,
    });
  }
  throw new SyntaxError('No event of a WATCH');
}

function isEvent<T>(event: unknown): event is WatchEvent<T> {
  return (
    isObject(event) &&
    TYPES.includes(String(event.type)) &&
    isObject(event.object)
  );
}

function isErrorEvent(
  event: unknown,
): event is { object?: { code?: number } | null } {
  return isObject(event) && event.type === 'ERROR';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
