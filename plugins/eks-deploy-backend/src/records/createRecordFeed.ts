import { EventEmitter } from 'node:events';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { type RecordRow, toRecord } from './recordRows';

/** How far each look goes back: replicas' clocks differ, and a write may be seen later than it was timed. */
const LOOK_BACK_MS = 60_000;

/** Tells of changed records, whichever replica changed them. */
export interface RecordFeed {
  /** Tells at once of a change that this replica made. */
  tell(row: RecordRow): void;
  subscribe(
    entityRef: string,
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
  const told = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function tell(row: RecordRow): void {
    if (row.version > (told.get(row.id) ?? 0)) {
      told.set(row.id, row.version);
      listeners.emit(row.entity_ref, toRecord(row));
    }
  }

  async function look(): Promise<void> {
    try {
      const rows = await listChanged(new Date(now().getTime() - LOOK_BACK_MS));
      rows.forEach(tell);
      forgetAllBut(rows);
    } catch (error) {
      logger.warn(`Looking for changed records failed: ${error}`);
    }
    timer = undefined;
    lookLater();
  }

  /** What is told again after it was forgotten is as it is in the database, so that it does no harm. */
  function forgetAllBut(rows: RecordRow[]): void {
    const kept = new Set(rows.map(({ id }) => id));
    [...told.keys()].filter(id => !kept.has(id)).forEach(id => told.delete(id));
  }

  function lookLater(): void {
    if (listeners.eventNames().length > 0) {
      timer ??= setTimeout(look, pollMs).unref();
    }
  }

  return {
    tell,
    subscribe(entityRef, listener) {
      listeners.on(entityRef, listener);
      lookLater();
      return () => listeners.off(entityRef, listener);
    },
  };
}
