import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { aNewRecord } from '../__testUtils__/records';
import { waitUntil } from '../__testUtils__/waitUntil';
import { createRecordStore } from './createRecordStore';
import type { RecordStore } from './RecordStore';

jest.setTimeout(60_000);

const MIGRATIONS = resolvePackagePath(
  '@eks-deploy/backstage-plugin-eks-deploy-backend',
  'migrations',
);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const chat = 'component:default/chat';
const environments = ['production'];

/** The stores of so many replicas on one new database. */
async function replicas(databaseId: TestDatabaseId, count: number) {
  const knex = await databases.init(databaseId);
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++));
  const stores: RecordStore[] = [];
  for (let index = 0; index < count; index += 1) {
    stores.push(
      await createRecordStore({
        database: mockServices.database({ knex }),
        logger: mockServices.logger.mock(),
        now,
        pollMs: 5,
      }),
    );
  }
  return stores;
}

async function aStore(databaseId: TestDatabaseId) {
  const [store] = await replicas(databaseId, 1);
  return store;
}

describe.each(databases.eachSupportedId())(
  'the record store on %s',
  databaseId => {
    it('gives back what was written in an Environment, newest first', async () => {
      const store = await aStore(databaseId);
      await store.create(aNewRecord({ reason: 'first' }));
      await store.create(aNewRecord({ fromRevision: 0, image: 'chat:1' }));
      await store.create(aNewRecord({ entityRef: 'component:default/orders' }));
      await store.create(aNewRecord({ environment: 'staging' }));
      const records = await store.list(chat, { environments, limit: 10 });
      expect(records).toEqual([
        {
          ...aNewRecord({ fromRevision: 0, image: 'chat:1' }),
          id: expect.any(String),
          status: 'requested',
          requestedAt: '2026-01-01T00:00:01.000Z',
        },
        expect.objectContaining({ reason: 'first' }),
      ]);
      await expect(
        store.list(chat, { environments, limit: 1 }),
      ).resolves.toHaveLength(1);
    });

    it('lets one of two replicas change a record', async () => {
      const store = await aStore(databaseId);
      const { record } = await store.create(aNewRecord());
      await store.transition(record.id, 'requested', { status: 'running' });
      const outcomes = await Promise.all([
        store.transition(record.id, 'running', { status: 'succeeded' }),
        store.transition(record.id, 'running', { status: 'failed' }),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    it('lists what has not ended, with its trail', async () => {
      const store = await aStore(databaseId);
      const trail = { type: 'rollout', uid: 'u', template: 't' } as const;
      const open = await store.create(aNewRecord());
      const ended = await store.create(aNewRecord());
      await store.transition(open.record.id, 'requested', { trail });
      await store.transition(ended.record.id, 'requested', {
        status: 'failed',
        endedAt: '2026-01-01T00:01:00.000Z',
      });
      await expect(store.listOpen()).resolves.toEqual([
        { record: open.record, trail },
      ]);
    });

    it('refuses a second redeploy of a Workload until the first one ended', async () => {
      const store = await aStore(databaseId);
      const redeploy = aNewRecord({ command: 'redeploy' });
      const { record } = await store.create(redeploy);
      await expect(store.create(redeploy)).rejects.toThrow(
        'A redeploy of chat-backend in production is under way',
      );
      await store.create(aNewRecord({ command: 'restart' }));
      await store.transition(record.id, 'requested', {
        status: 'failed',
        endedAt: '2026-01-01T00:01:00.000Z',
      });
      await expect(store.create(redeploy)).resolves.toBeDefined();
    });

    it("tells listeners of their entity's changes until they leave", async () => {
      const store = await aStore(databaseId);
      const heard: string[] = [];
      const leave = store.subscribe('component:default/chat', record =>
        heard.push(record.status),
      );
      const { record } = await store.create(aNewRecord());
      await store.create(aNewRecord({ entityRef: 'component:default/orders' }));
      await store.transition(record.id, 'requested', { status: 'running' });
      leave();
      await store.transition(record.id, 'running', { status: 'succeeded' });
      expect(heard).toEqual(['requested', 'running']);
    });

    it("tells each replica's listeners of every other replica's changes", async () => {
      const [one, other] = await replicas(databaseId, 2);
      const heard: Record<string, string[]> = { one: [], other: [] };
      const leave = Object.entries({ one, other }).map(([name, store]) =>
        store.subscribe(chat, ({ status }) => heard[name].push(status)),
      );
      const { record } = await one.create(aNewRecord());
      await waitUntil(() => heard.other.length === 1);
      await other.transition(record.id, 'requested', { status: 'running' });
      await waitUntil(() => heard.one.length === 2);
      expect(heard).toEqual({
        one: ['requested', 'running'],
        other: ['requested', 'running'],
      });
      leave.forEach(stop => stop());
    });

    it('leaves no table behind when its migration is undone', async () => {
      const knex = await databases.init(databaseId);
      const database = mockServices.database({ knex });
      await createRecordStore({ database, logger: mockServices.logger.mock() });
      await knex.migrate.rollback({ directory: MIGRATIONS }, true);
      await expect(knex.schema.hasTable('deployment_records')).resolves.toBe(
        false,
      );
    });
  },
);
