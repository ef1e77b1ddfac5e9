import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { aNewRecord } from '../__testUtils__/records';
import { createRecordStore } from './createRecordStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });

async function aStore(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++));
  return createRecordStore({
    database: mockServices.database({ knex }),
    now,
  });
}

describe.each(databases.eachSupportedId())(
  'the record store on %s',
  databaseId => {
    it('gives back what was written, newest first', async () => {
      const store = await aStore(databaseId);
      await store.create(aNewRecord({ reason: 'first' }));
      await store.create(aNewRecord({ fromRevision: 0, image: 'chat:1' }));
      await store.create(aNewRecord({ entityRef: 'component:default/orders' }));
      const records = await store.list('component:default/chat', {
        limit: 10,
      });
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
        store.list('component:default/chat', { limit: 1 }),
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
  },
);
