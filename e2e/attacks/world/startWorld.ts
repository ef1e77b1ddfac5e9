import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '@eks-deploy/sandbox';
import { findKubectl } from '@eks-deploy/scripts';
import { freePort } from '@eks-deploy/control-plane';
import { openRun, type Run } from '../../contract/openRun';
import { createDatabase } from '../../faults/createDatabase';
import { eventually } from '../../smoke/eventually';
import type { Database, Scene } from '../Scene';
import { AttackedCluster } from './AttackedCluster';
import { AttackerRepository } from './AttackerRepository';
import { FakeCluster } from './FakeCluster';
import { Hostile } from './Hostile';
import { carefulConfig, defaultConfig } from './portalConfig';
import { recordWrites } from './recordWrites';
import { startPortal } from './startPortal';
import { TcpRelay } from './TcpRelay';

const LONGEST_START_MS = 60_000;

/** What a portal signs in to the fake cluster with; it must show nowhere. */
export const FAKE_TOKEN = 'CANARYfakeclustertokenx9Q';

/** Everything around a portal; portals are started in it one after another. */
export interface World {
  /** A portal with careful rules, whose records are kept in that database. */
  openCareful(database: Database): Promise<OpenedScene>;
  /** A portal without any configuration of ours, and without permissions. */
  openDefault(): Promise<OpenedScene>;
  stop(): Promise<void>;
}

export interface OpenedScene {
  scene: Scene;
  close(): Promise<void>;
}

/** Starts the sandbox, a cluster that answers whatever it is given, and what records the portal's writes to them. */
export async function startWorld(options: {
  /** Where configuration and logs are left; a temporary folder that is removed by default. */
  stateDir?: string;
  /** Address of a PostgreSQL server. */
  postgres?: string;
  onProgress(message: string): void;
}): Promise<World> {
  const { postgres, onProgress } = options;
  const run = await openRun('attacks', options.stateDir);
  try {
    onProgress('starting the sandbox');
    const sandbox = await startSandbox({
      stateDir: join(run.folder, 'sandbox'),
      ports: { staging: 0, production: 0, github: 0, aws: 0 },
      kubectl: await findKubectl(),
      podReadyMs: 200,
    });
    run.onStop(() => sandbox.stop());
    const staging = await AttackedCluster.start(sandbox.clusters.staging);
    const production = await AttackedCluster.start(sandbox.clusters.production);
    const fake = await FakeCluster.start();
    const github = await recordWrites({ url: sandbox.github.url });
    run.onStop(async () => {
      await Promise.all([staging.stop(), production.stop(), fake.stop()]);
      await github.proxy.stop();
    });
    const outside = {
      ...{ sandbox, fake, github, folder: run.folder },
      clusters: { staging, production },
    };
    return {
      openCareful: database => openScene({ run, outside, database, postgres }),
      openDefault: () =>
        openScene({ run, outside, database: 'SQLite', isDefault: true }),
      stop: run.stop,
    };
  } catch (error) {
    await run.stop();
    throw error;
  }
}

type Outside = Pick<
  Scene,
  'sandbox' | 'fake' | 'github' | 'clusters' | 'folder'
>;

async function openScene(options: {
  run: Run;
  outside: Outside;
  database: Database;
  postgres?: string;
  isDefault?: boolean;
}): Promise<OpenedScene> {
  const { run, outside, database, postgres, isDefault = false } = options;
  const { sandbox, clusters, fake, github } = outside;
  const name = isDefault ? 'default' : database.toLowerCase();
  const kept =
    database === 'SQLite'
      ? await keepInSqlite(join(run.folder, name))
      : await keepInPostgres(postgres ?? '');
  const port = await freePort();
  const reach = (cluster: 'staging' | 'production') => ({
    name: cluster,
    url: clusters[cluster].portal.proxy.url,
    token: sandbox.clusters[cluster].token,
  });
  const configure = isDefault ? defaultConfig : carefulConfig;
  const portal = await startPortal({
    ...{ name, folder: run.folder, port },
    config: configure({
      ...{ port, sandbox, database: kept.place },
      githubApi: `${github.proxy.url}/api/v3`,
      clusters: isDefault
        ? [reach('staging')]
        : [
            reach('staging'),
            reach('production'),
            { name: 'fake', url: fake.url, token: FAKE_TOKEN },
          ],
    }),
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= portal.stop().then(kept.stop);
    return closing;
  };
  // A portal that is left over, as when the run was interrupted, ends with the run.
  run.onStop(close);
  const hostile = new Hostile(() => portal.url);
  await hostile.signIn();
  const repository = new AttackerRepository(sandbox.github, hostile);
  await repository.create();
  await eventually(
    'the catalog with chat and orders',
    async () => {
      const answers = await Promise.all(
        ['component/default/chat', 'component/default/orders'].map(ref =>
          hostile.send({ path: `/api/catalog/entities/by-name/${ref}` }),
        ),
      );
      return answers.every(({ status }) => status === 200);
    },
    LONGEST_START_MS,
  );
  // What it cost to start is nobody's attack.
  await portal.measure();
  return {
    scene: {
      ...{ ...outside, database, portal, hostile, repository },
      breakDatabase: kept.break,
    },
    close,
  };
}

async function keepInSqlite(folder: string) {
  await mkdir(folder, { recursive: true });
  return {
    place: { folder },
    async break() {
      // Only some of the versions of Node 22 have it.
      const { DatabaseSync } = await import('node:sqlite');
      const database = new DatabaseSync(join(folder, 'eks-deploy.sqlite'));
      database.exec('BEGIN EXCLUSIVE');
      return async () => {
        database.exec('ROLLBACK');
        database.close();
      };
    },
    async stop() {},
  };
}

async function keepInPostgres(server: string) {
  const created = await createDatabase(server);
  const url = new URL(created.url);
  const relay = await TcpRelay.start({
    host: url.hostname,
    port: Number(url.port || 5432),
  });
  url.host = `127.0.0.1:${relay.port}`;
  return {
    place: { postgres: url.toString() },
    async break() {
      relay.cut();
      return async () => relay.restore();
    },
    async stop() {
      await relay.stop();
      await created.drop();
    },
  };
}
