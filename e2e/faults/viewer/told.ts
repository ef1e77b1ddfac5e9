import type { RolloutStream } from './page';

/** What the tab says of how far its content can be trusted, e.g. `live` or `stale: Cluster 'a' can't be reached`. */
export function toldOf(stream: RolloutStream): string {
  if (stream.phase === 'connecting') {
    return 'connecting';
  }
  if (stream.phase === 'failed') {
    return `failed: ${stream.error.message}`;
  }
  if (stream.phase === 'reconnecting') {
    return 'reconnecting';
  }
  const { environments } = stream.snapshot;
  return [
    ...new Set(
      environments.map(({ environment, state, problem }) =>
        [
          environments.length > 1 ? `${environment} ${state}` : state,
          problem?.message,
        ]
          .filter(Boolean)
          .join(': '),
      ),
    ),
  ].join(', ');
}
