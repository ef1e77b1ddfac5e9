import { randomUUID } from 'node:crypto';
import {
  type DatabaseService,
  isDatabaseConflictError,
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Knex } from 'knex';
import { createRecordFeed } from './createRecordFeed';
import type { RecordStore } from './RecordStore';
import {
  fromChange,
  fromRecord,
  type RecordRow,
  toOpenRecord,
  toRecord,
} from './recordRows';

const TABLE = 'deployment_records';
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
  const findNewest = (
    entityRef: string,
    { environments, limit }: { environments: string[]; limit: number },
  ) =>
    rows()
      .where({ entity_ref: entityRef })
      .whereIn('environment', environments)
      .orderBy('requested_at', 'desc')
      .limit(limit);
  const told = (row: RecordRow) => {
    feed.tell(row);
    return toOpenRecord(row);
  };

  return {
    async create(newRecord) {
      const record: DeploymentRecord = {
        ...newRecord,
        id: randomUUID(),
        status: 'requested',
        requestedAt: now().toISOString(),
      };
      try {
        const [row] = await rows()
          .insert({
            ...fromRecord(record),
            version: 1,
            changed_at: record.requestedAt,
          })
          .returning('*');
        return told(row);
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
      const [row] = await rows()
        .where({ id, status: expected })
        .update({
          ...fromChange(change),
          version: knex.raw('version + 1'),
          changed_at: now().toISOString(),
        })
        .returning('*');
      return row && told(row);
    },

    async list(entityRef, which) {
      return (await findNewest(entityRef, which)).map(toRecord);
    },

    async listWithTrails(entityRef, which) {
      return (await findNewest(entityRef, which)).map(toOpenRecord);
    },

    async listOpen() {
      const found = await rows().whereNull('ended_at').orderBy('requested_at');
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
