import { randomUUID } from 'node:crypto';
import {
  type DatabaseService,
  isDatabaseConflictError,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Knex } from 'knex';
import { createRecordFeed } from './createRecordFeed';
import { parseCursor, toCursor } from './recordCursor';
import { getEnvironment } from './RecordScope';
import type { RecordStore } from './RecordStore';
import {
  fromChange,
  fromRecord,
  type RecordRow,
  toOpenRecord,
  toRecord,
} from './recordRows';
import { selectRecords, TABLE } from './selectRecords';

const POLL_MS = 2_000;

/** Creates the store of Deployment records, with its table where that is missing. */
export async function createRecordStore(options: {
  database: DatabaseService;
  logger: LoggerService;
  now?: () => Date;
  pollMs?: number;
}): Promise<RecordStore> {
  const {
    database,
    logger,
    now = () => new Date(),
    pollMs = POLL_MS,
  } = options;
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  const rows = () => knex<RecordRow>(TABLE);
  const feed = createRecordFeed({
    listChanged: since => rows().where('changed_at', '>', since.toISOString()),
    now,
    logger,
    pollMs,
  });
  const publish = (row: RecordRow) => {
    feed.publish(row);
    return toOpenRecord(row);
  };

  /** The database's own error holds the statement with its values, so it only reaches the log. */
  async function ask<T>(doing: string, query: PromiseLike<T>): Promise<T> {
    try {
      return await query;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw error;
      }
      logger.error(`${doing} failed: ${error}`);
      throw new ServiceUnavailableError(
        `${doing} failed: the portal's database did not answer; try again in a minute`,
      );
    }
  }

  return {
    async create({ kubernetesId, ...newRecord }) {
      const record: DeploymentRecord = {
        ...newRecord,
        id: randomUUID(),
        status: 'requested',
        requestedAt: now().toISOString(),
      };
      const row = {
        ...fromRecord(record),
        kubernetes_id: kubernetesId,
        version: 1,
        changed_at: record.requestedAt,
      };
      try {
        const [created] = await ask(
          'Writing a Deployment record',
          rows().insert(row).returning('*'),
        );
        return publish(created);
      } catch (error) {
        if (isDatabaseConflictError(error)) {
          throw new ConflictError(
            `A redeploy of ${record.workload} in ${record.environment} is under way; wait for its end or cancel its workflow run`,
          );
        }
        throw error;
      }
    },

    async transition(id, expected, change) {
      const [row] = await ask(
        'Changing a Deployment record',
        rows()
          .where({ id, status: expected })
          .update({
            ...fromChange(change),
            version: knex.raw('version + 1'),
            changed_at: now().toISOString(),
          })
          .returning('*'),
      );
      return row && publish(row);
    },

    async list(scope, { limit, cursor, effective }) {
      const before = cursor === undefined ? undefined : parseCursor(cursor);
      const found = await ask(
        'Reading Deployment records',
        selectRecords(knex, scope, { limit: limit + 1, before, effective }),
      );
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(row => toRecord(row, getEnvironment(row, scope))),
        ...(last && found.length > limit && { nextCursor: toCursor(last) }),
      };
    },

    async listEffective(scope, which) {
      const found = await ask(
        'Reading Deployment records',
        selectRecords(knex, scope, { ...which, effective: true }),
      );
      return found.map(toOpenRecord);
    },

    async listOpen() {
      const found = await ask(
        'Reading open Deployment records',
        rows().whereNull('ended_at').orderBy('requested_at'),
      );
      return found.map(toOpenRecord);
    },

    subscribe: feed.subscribe,
  };
}

async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@eks-deploy/backstage-plugin-eks-deploy-backend',
      'migrations',
    ),
  });
}
