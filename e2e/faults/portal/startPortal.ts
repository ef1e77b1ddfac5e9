import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from '@eks-deploy/control-plane';
import { signIn, type PortalApi } from '../../smoke/portalApi';
import { portalConfig, type PortalCluster } from './portalConfig';
import type { Done, Order } from './Order';

const START_MS = 180_000;
const STOP_MS = 5_000;

/** A portal's backend in a process of its own. */
export interface FaultyPortal {
  url: string;
  /** File that holds what it printed. */
  log: string;
  pid(): number;
  /** Its public HTTP as the demo user, who is signed in anew after a restart. */
  api(): PortalApi;
  /** Waits until it is carried out; gives the memory held then, in bytes. */
  order(order: Order): Promise<number>;
  /** The memory it holds, in bytes, as the operating system has it; nothing while it doesn't run. */
  rss(): Promise<number | undefined>;
  /** Asks it to end, as a deployment of a new version does, and waits until it has. */
  stop(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Starts it again if something ended it: that is the fault of those that it ended in alone. */
  revive(): Promise<void>;
}

/**
 * Starts a portal's backend, and waits until it is ready.
 *
 * @throws Error with what it printed last.
 */
export async function startPortal(options: {
  name: string;
  folder: string;
  clusters: PortalCluster[];
  entities: string;
  /** Name of a component; once the catalog has it, the portal is ready. */
  lastComponent: string;
  database?: string;
}): Promise<FaultyPortal> {
  const { name, folder, lastComponent } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, `${name}.yaml`);
  const log = join(folder, `${name}.log`);
  await writeFile(config, stringify(portalConfig({ ...options, port })));
  let child: ChildProcess | undefined;
  let api: PortalApi | undefined;
  let reviving: Promise<void> | undefined;
  let orders = 0;

  const runs = (process = child): process is ChildProcess =>
    process?.exitCode === null && process.signalCode === null;
  const running = () => {
    if (!runs(child)) {
      throw new Error(`The portal ${name} does not run.`);
    }
    return child;
  };

  const portal: FaultyPortal = {
    url,
    log,
    pid: () => running().pid ?? 0,
    api() {
      if (!api) {
        throw new Error(`Nobody is signed in to the portal ${name}.`);
      }
      return api;
    },
    async order(order) {
      const id = ++orders;
      const target = running();
      const listening = new AbortController();
      const { signal } = listening;
      const ended = once(target, 'exit', { signal }).then((): never => {
        throw new Error(`The portal ${name} ended before it answered.`);
      });
      ended.catch(() => {});
      target.send({ id, order });
      try {
        for (;;) {
          const [done] = (await Promise.race([
            once(target, 'message', { signal }),
            ended,
          ])) as [Done];
          if (done.order === id) {
            return done.rss;
          }
        }
      } finally {
        listening.abort();
      }
    },
    async rss() {
      // A process that has just ended has no status, or one without memory.
      const status = child?.pid
        ? await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
        : '';
      const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    },
    async stop() {
      const ending = child;
      child = undefined;
      if (runs(ending)) {
        const ended = once(ending, 'exit');
        ending.kill('SIGTERM');
        const impatience = setTimeout(() => ending.kill('SIGKILL'), STOP_MS);
        await ended;
        clearTimeout(impatience);
      }
    },
    async start() {
      child = fork(join(__dirname, 'backend.ts'), ['--config', config], {
        execArgv: ['--import', 'tsx', '--expose-gc'],
        env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      const output = createWriteStream(log, { flags: 'a' });
      // What can't be sent to a portal that has ended is reported by its exit.
      child.on('error', () => {});
      child.stdout?.pipe(output);
      child.stderr?.pipe(output);
      await untilAnswered(
        () => fetch(`${url}/.backstage/health/v1/readiness`),
        child,
        log,
      );
      const signedIn = await signIn(url);
      await untilAnswered(
        () =>
          signedIn.fetch(
            `${url}/api/catalog/entities/by-name/component/default/${lastComponent}`,
          ),
        child,
        log,
      );
      api = signedIn;
    },
    async revive() {
      if (!runs()) {
        reviving ??= portal.start().finally(() => {
          reviving = undefined;
        });
      }
      await reviving;
    },
  };
  await portal.start().catch(async error => {
    await portal.stop();
    throw error;
  });
  return portal;
}

/** @throws Error that names the log. */
async function untilAnswered(
  ask: () => Promise<Response>,
  child: ChildProcess,
  log: string,
): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answered = await ask().then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) {
      return;
    }
    await sleep(300);
  }
  throw new Error(`A portal was not ready in time: ${await readErrors(log)}`);
}

async function readErrors(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const errors = text.split('\n').filter(line => line.includes('"error"'));
  return errors.slice(-5).join('\n') || 'it logged no error';
}
