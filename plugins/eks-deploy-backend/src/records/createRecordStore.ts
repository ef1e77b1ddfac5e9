import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import {
  type DatabaseService,
  isDatabaseConflictError,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Knex } from 'knex';
import type { RecordStore } from './RecordStore';
import {
  fromChange,
  fromRecord,
  type RecordRow,
  toOpenRecord,
  toRecord,
} from './recordRows';

const TABLE = 'deployment_records';

/** Creates the store of Deployment records, with its table where that is missing. */
export async function createRecordStore(options: {
  database: DatabaseService;
  now?: () => Date;
}): Promise<RecordStore> {
  const { database, now = () => new Date() } = options;
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  const changes = new EventEmitter().setMaxListeners(0);
  const rows = () => knex<RecordRow>(TABLE);
  const told = (row: RecordRow) => {
    changes.emit(row.entity_ref, toRecord(row));
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
        const [row] = await rows().insert(fromRecord(record)).returning('*');
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
        .update(fromChange(change))
        .returning('*');
      return row && told(row);
    },

    async list(entityRef, { limit }) {
      const found = await rows()
        .where({ entity_ref: entityRef })
        .orderBy('requested_at', 'desc')
        .limit(limit);
      return found.map(toRecord);
    },

    async listOpen() {
      const found = await rows().whereNull('ended_at').orderBy('requested_at');
      return found.map(toOpenRecord);
    },

    subscribe(entityRef, listener) {
      changes.on(entityRef, listener);
      return () => changes.off(entityRef, listener);
    },
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
