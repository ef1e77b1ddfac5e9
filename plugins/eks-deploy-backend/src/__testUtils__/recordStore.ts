import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createRecordStore, type RecordStore } from '../records';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** An empty record store in memory, for tests that don't care for the database. */
export async function aRecordStore(now: () => Date): Promise<RecordStore> {
  const knex = await databases.init('SQLITE_3');
  return createRecordStore({
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    now,
  });
}
