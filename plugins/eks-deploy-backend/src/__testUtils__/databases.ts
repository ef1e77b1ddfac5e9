import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { createRecordStore, type RecordStore } from '../records';

/** The databases that records are kept in; PostgreSQL where this machine has one to test with. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

/** An empty record store in a new database. */
export async function aRecordStore(
  databaseId: TestDatabaseId,
  now: () => Date,
): Promise<RecordStore> {
  const knex = await databases.init(databaseId);
  return createRecordStore({
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    now,
  });
}

/** The database service of a test backend, on a new database. */
export async function aDatabaseService(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  return createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => mockServices.database({ knex }),
  });
}
