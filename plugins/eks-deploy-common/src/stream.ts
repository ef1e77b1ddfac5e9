import type {
  EnvironmentRollouts,
  RolloutChange,
  RolloutSnapshot,
  StreamClosed,
} from './api';

/**
 * The server-sent events of a Rollout stream, by name, with their data.
 *
 * @remarks
 * A stream opens with `snapshot` and `synced`; `synced` tells an empty list from a slow one. Then come `change` events
 * and, every 15 s, a `heartbeat`. `closed` is the last event of a stream that the backend ends.
 *
 * @public
 */
export interface RolloutStreamEvents {
  /** Everything, at the opening and again after a slow reader missed changes; to be taken by {@link takeSnapshot}. */
  snapshot: RolloutSnapshot;
  /** Every cluster has been heard, or the snapshot tells why not. */
  synced: Record<string, never>;
  /** To be applied by {@link applyRolloutChange}. */
  change: RolloutChange;
  /** The connection lives. */
  heartbeat: Record<string, never>;
  /** The last event of a stream that the backend ends. */
  closed: StreamClosed;
}

/**
 * What a viewer knows after the snapshot of a new connection, which may be to another backend.
 *
 * @remarks
 * A backend that has not heard a cluster yet knows less of it than the viewer: what was seen stays, and is as old as it
 * was, until that backend tells better.
 *
 * @public
 */
export function takeSnapshot(
  before: RolloutSnapshot | undefined,
  after: RolloutSnapshot,
): RolloutSnapshot {
  return {
    ...after,
    environments: after.environments.map(environment =>
      keepSeen(before?.environments, environment),
    ),
  };
}

/**
 * The snapshot that a change leads to; the given snapshot stays as it is.
 *
 * @public
 */
export function applyRolloutChange(
  snapshot: RolloutSnapshot,
  change: RolloutChange,
): RolloutSnapshot {
  switch (change.type) {
    case 'record':
      return {
        ...snapshot,
        records: [
          change.record,
          ...snapshot.records.filter(({ id }) => id !== change.record.id),
        ].sort((a, b) => b.requestedAt.localeCompare(a.requestedAt)),
      };
    case 'environment':
      return {
        ...snapshot,
        environments: replaceOrAppend(
          snapshot.environments,
          keepSeen(snapshot.environments, change.environment),
          ({ environment }) => environment,
        ),
      };
    default:
      return {
        ...snapshot,
        environments: snapshot.environments.map(environment => {
          if (environment.environment !== change.environment) {
            return environment;
          }
          return {
            ...environment,
            rollouts:
              change.type === 'removed'
                ? environment.rollouts.filter(({ uid }) => uid !== change.uid)
                : replaceOrAppend(
                    environment.rollouts,
                    change.rollout,
                    ({ uid }) => uid,
                  ),
          };
        }),
      };
  }
}

function keepSeen(
  before: EnvironmentRollouts[] = [],
  after: EnvironmentRollouts,
): EnvironmentRollouts {
  const seen = before.find(
    ({ environment, cluster, namespace }) =>
      environment === after.environment &&
      cluster === after.cluster &&
      namespace === after.namespace,
  );
  const unheard = after.state === 'syncing' || after.state === 'unreachable';
  if (!unheard || after.observedAt || !seen?.observedAt) {
    return after;
  }
  return {
    ...after,
    state: after.state === 'syncing' ? 'syncing' : 'stale',
    observedAt: seen.observedAt,
    rollouts: seen.rollouts,
  };
}

function replaceOrAppend<T>(items: T[], item: T, key: (item: T) => string) {
  const index = items.findIndex(other => key(other) === key(item));
  return index < 0 ? [...items, item] : items.with(index, item);
}
