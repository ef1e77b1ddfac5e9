import { randomUUID } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { aNewRecord, aScope } from '../__testUtils__/records';
import { waitUntil } from '../__testUtils__/waitUntil';
import { createRecordStore } from './createRecordStore';
import type { NewRecord, RecordStore } from './RecordStore';

jest.setTimeout(60_000);

const MIGRATIONS = resolvePackagePath(
  '@eks-deploy/backstage-plugin-eks-deploy-backend',
  'migrations',
);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const { kubernetesId: _, ...chat } = aNewRecord();
/** Another component that names chat's Workloads, by its own Environments. */
const elsewhere = 'component:default/other';
const shop = 'component:default/shop';

/** The stores of so many replicas on one new database. */
async function replicas(databaseId: TestDatabaseId, count: number) {
  const knex = await databases.init(databaseId);
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++));
  const stores: RecordStore[] = [];
  for (let index = 0; index < count; index += 1) {
    stores.push(await openStore(knex, now));
  }
  return stores;
}

async function openStore(knex: Knex, now?: () => Date): Promise<RecordStore> {
  return createRecordStore({
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    now,
    pollMs: 5,
  });
}

async function aStore(databaseId: TestDatabaseId) {
  const [store] = await replicas(databaseId, 1);
  return store;
}

/** As it was written before records knew the label of their Workload. */
function anOldRow(entityRef: string, workload: string) {
  return {
    id: randomUUID(),
    command: 'restart',
    status: 'succeeded',
    entity_ref: entityRef,
    environment: 'production',
    cluster: 'production',
    namespace: 'chat',
    workload,
    requested_by: 'user:default/guest',
    requested_at: '2025-12-01T00:00:00.000Z',
    version: 1,
    changed_at: '2025-12-01T00:00:00.000Z',
  };
}

describe.each(databases.eachSupportedId())(
  'the record store on %s',
  databaseId => {
    it('gives back what was written in an Environment, newest first', async () => {
      const store = await aStore(databaseId);
      await store.create(aNewRecord({ reason: 'first' }));
      await store.create(aNewRecord({ fromRevision: 0, image: 'chat:1' }));
      await store.create(aNewRecord({ entityRef: shop, kubernetesId: 'shop' }));
      await store.create(
        aNewRecord({ environment: 'staging', cluster: 'staging' }),
      );
      const { items } = await store.list(aScope(), { limit: 10 });
      expect(items).toEqual([
        {
          ...chat,
          fromRevision: 0,
          image: 'chat:1',
          id: expect.any(String),
          status: 'requested',
          requestedAt: '2026-01-01T00:00:01.000Z',
        },
        expect.objectContaining({ reason: 'first' }),
      ]);
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
      await expect(
        store.create({
          ...redeploy,
          entityRef: elsewhere,
          environment: 'live',
        }),
      ).rejects.toThrow('A redeploy of chat-backend in live is under way');
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

    it('calls listeners with changes of what they see until they leave', async () => {
      const store = await aStore(databaseId);
      const received: string[] = [];
      const leave = store.subscribe(aScope(), record =>
        received.push(record.status),
      );
      const { record } = await store.create(aNewRecord());
      await store.create(aNewRecord({ entityRef: shop, kubernetesId: 'shop' }));
      await store.transition(record.id, 'requested', { status: 'running' });
      leave();
      await store.transition(record.id, 'running', { status: 'succeeded' });
      expect(received).toEqual(['requested', 'running']);
    });

    it("calls each replica's listeners with every other replica's changes", async () => {
      const [one, other] = await replicas(databaseId, 2);
      const received: Record<string, string[]> = { one: [], other: [] };
      const leave = Object.entries({ one, other }).map(([name, store]) =>
        store.subscribe(aScope(), ({ status }) => received[name].push(status)),
      );
      const { record } = await one.create(aNewRecord());
      await waitUntil(() => received.other.length === 1);
      await other.transition(record.id, 'requested', { status: 'running' });
      await waitUntil(() => received.one.length === 2);
      expect(received).toEqual({
        one: ['requested', 'running'],
        other: ['requested', 'running'],
      });
      leave.forEach(stop => stop());
    });

    describe('shows what was done to a Workload through another component', () => {
      it.each([
        ['by the same name', 'production', ['production'], 'production'],
        ['by the reader’s name', 'live', ['production'], 'production'],
        ['by the one of two that it was', 'blue', ['green', 'blue'], 'blue'],
        ['by the first of two', 'live', ['green', 'blue'], 'green'],
      ])('%s', async (_title, actedIn, environments, shownAs) => {
        const [one, two] = await replicas(databaseId, 2);
        const scope = aScope(
          ...environments.map(environment => ({ environment })),
        );
        const received: string[] = [];
        const leave = [one, two].map(store =>
          store.subscribe(scope, ({ environment }) =>
            received.push(environment),
          ),
        );
        await one.create(
          aNewRecord({ entityRef: elsewhere, environment: actedIn }),
        );
        await waitUntil(() => received.length === 2);
        leave.forEach(stop => stop());
        expect(received).toEqual([shownAs, shownAs]);
        const { items } = await two.list(scope, { limit: 10 });
        expect(items).toMatchObject([
          { entityRef: elsewhere, environment: shownAs, kind: 'Deployment' },
        ]);
        await expect(
          two.listEffective(scope, { workload: 'chat-backend', limit: 1 }),
        ).resolves.toHaveLength(1);
      });

      it.each<[string, Partial<NewRecord>]>([
        [
          'that an entity of its name had in another namespace',
          { entityRef: 'component:default/chat', namespace: 'shop' },
        ],
        [
          'that an entity of its name had in another cluster',
          { entityRef: 'component:default/chat', cluster: 'staging' },
        ],
        ['with another label', { kubernetesId: 'shop' }],
        ['of another namespace', { namespace: 'shop' }],
        ['of another cluster', { cluster: 'staging' }],
      ])('but none of a Workload %s', async (_title, differs) => {
        const store = await aStore(databaseId);
        const received = jest.fn();
        const leave = store.subscribe(aScope(), received);
        await store.create(aNewRecord({ entityRef: elsewhere, ...differs }));
        leave();
        expect(received).not.toHaveBeenCalled();
        await expect(store.list(aScope(), { limit: 10 })).resolves.toEqual({
          items: [],
        });
      });

      it('and nothing to a reader who may read no target', async () => {
        const store = await aStore(databaseId);
        await store.create(aNewRecord());
        const nothing = { ...aScope(), targets: [] };
        await expect(store.list(nothing, { limit: 10 })).resolves.toEqual({
          items: [],
        });
      });

      it.each(['the reader acted on it too', 'a newer row has its label'])(
        'in a row from before labels were kept, where %s',
        async title => {
          const knex = await databases.init(databaseId);
          await knex.migrate.up({ directory: MIGRATIONS });
          const older = [
            anOldRow(elsewhere, 'chat-backend'),
            anOldRow(elsewhere, 'x'),
          ];
          if (title.startsWith('the reader')) {
            older.push(anOldRow('component:default/chat', 'chat-backend'));
          }
          await knex('deployment_records').insert(older);
          const store = await openStore(knex);
          if (title.startsWith('a newer')) {
            await store.create(aNewRecord({ entityRef: shop }));
          }
          const { items } = await store.list(aScope(), { limit: 10 });
          expect(items).toHaveLength(2);
          expect(items).toContainEqual(
            expect.objectContaining({ id: older[0].id, kind: 'Deployment' }),
          );
        },
      );
    });

    it('gives pages that hold each record once, also those of one instant', async () => {
      const knex = await databases.init(databaseId);
      let times = 0;
      const store = await openStore(knex, () => {
        times += 1;
        return new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(times / 4)));
      });
      const created: string[] = [];
      for (let index = 0; index < 11; index += 1) {
        created.push((await store.create(aNewRecord())).record.id);
      }
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(aScope(), { limit: 3, cursor });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect([...read].sort()).toEqual([...created].sort());
      await expect(
        store.list(aScope(), { limit: 3, cursor: 'made-up' }),
      ).rejects.toThrow('cursor: is not valid');
    });

    it('finds what may have changed something beneath 100 failed clicks', async () => {
      const store = await aStore(databaseId);
      const { record } = await store.create(aNewRecord());
      const trail = { type: 'rollout', uid: 'u', template: 't' } as const;
      const late = await store.create(aNewRecord());
      await store.transition(late.record.id, 'requested', {
        status: 'failed',
        trail: { ...trail, written: true },
      });
      for (let index = 0; index < 100; index += 1) {
        const click = await store.create(aNewRecord());
        await store.transition(click.record.id, 'requested', {
          status: 'failed',
          ...(index % 2 && { trail }),
        });
      }
      const { items } = await store.list(aScope(), {
        limit: 10,
        effective: true,
      });
      expect(items.map(({ id }) => id)).toEqual([late.record.id, record.id]);
    });

    it.each([
      ['fromRevision', 2 ** 31],
      ['fromRevision', 1e300],
      ['toRevision', 2 ** 53],
      ['toRevision', 1.5],
    ])('rejects a %s of %d', async (field, value) => {
      const store = await aStore(databaseId);
      await expect(
        store.create(aNewRecord({ [field]: value })),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(`${field}: `),
      });
    });

    it('keeps a reason with a NUL', async () => {
      const store = await aStore(databaseId);
      const { record } = await store.create(aNewRecord({ reason: 'a\0b' }));
      expect(record.reason).toBe('ab');
      const { items } = await store.list(aScope(), { limit: 1 });
      expect(items).toMatchObject([{ reason: 'ab' }]);
    });

    it('shows nothing of the database’s own error', async () => {
      const knex = await databases.init(databaseId);
      const store = await openStore(knex);
      await knex.schema.renameTable('deployment_records', 'elsewhere');
      const attempts = await Promise.allSettled([
        store.create(aNewRecord({ reason: 'canary' })),
        store.transition(randomUUID(), 'requested', { message: 'canary' }),
        store.list(aScope(), { limit: 1 }),
        store.listEffective(aScope(), { workload: 'canary', limit: 1 }),
        store.listOpen(),
      ]);
      for (const attempt of attempts) {
        expect(attempt).toMatchObject({
          status: 'rejected',
          reason: {
            name: 'ServiceUnavailableError',
            message: expect.not.stringMatching(/canary|select|insert|update/),
          },
        });
        expect(attempt).not.toHaveProperty('reason.cause', expect.anything());
      }
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
