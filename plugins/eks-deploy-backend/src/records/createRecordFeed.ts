import { EventEmitter } from 'node:events';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { findEnvironment, type RecordScope } from './RecordScope';
import { type RecordRow, toRecord } from './recordRows';

/** How far each look goes back: replicas' clocks differ, and a write may be seen later than it was timed. */
const LOOK_BACK_MS = 60_000;
const CHANGED = 'changed';

/** Publishes changed records, whichever replica changed them. */
export interface RecordFeed {
  /** Publishes a change that this replica made at once. */
  publish(row: RecordRow): void;
  subscribe(
    scope: RecordScope,
    listener: (record: DeploymentRecord) => void,
  ): () => void;
}

/**
 * Creates a feed that, as long as it has listeners, looks for changes of other replicas.
 *
 * @param deps - `listChanged` reads the rows changed since then, of all entities: one query however many viewers there are.
 */
export function createRecordFeed(deps: {
  listChanged: (since: Date) => Promise<RecordRow[]>;
  now: () => Date;
  logger: LoggerService;
  pollMs: number;
}): RecordFeed {
  const { listChanged, now, logger, pollMs } = deps;
  const listeners = new EventEmitter().setMaxListeners(0);
  /** The version of each record that listeners know. */
  const published = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function publish(row: RecordRow): void {
    if (row.version > (published.get(row.id) ?? 0)) {
      published.set(row.id, row.version);
      listeners.emit(CHANGED, row);
    }
  }

  async function look(): Promise<void> {
    try {
      const rows = await listChanged(new Date(now().getTime() - LOOK_BACK_MS));
      rows.forEach(publish);
      forgetAllBut(rows);
    } catch (error) {
      logger.warn(`Looking for changed records failed: ${error}`);
    }
    timer = undefined;
    lookLater();
  }

  /** What is published again after it was forgotten is as it is in the database, so that it does no harm. */
  function forgetAllBut(rows: RecordRow[]): void {
    const kept = new Set(rows.map(({ id }) => id));
    [...published.keys()]
      .filter(id => !kept.has(id))
      .forEach(id => published.delete(id));
  }

  function lookLater(): void {
    if (listeners.listenerCount(CHANGED) > 0) {
      timer ??= setTimeout(look, pollMs).unref();
    }
  }

  return {
    publish,
    subscribe(scope, listener) {
      const onChanged = (row: RecordRow) => {
        const environment = findEnvironment(row, scope);
        if (environment !== undefined) {
          listener(toRecord(row, environment));
        }
      };
      listeners.on(CHANGED, onChanged);
      lookLater();
      return () => listeners.off(CHANGED, onChanged);
    },
  };
}
