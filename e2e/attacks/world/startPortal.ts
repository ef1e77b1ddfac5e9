import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '@eks-deploy/scripts';
import { stringify } from 'yaml';
import { eventually } from '../../smoke/eventually';
import type { Load, ProbeAnswer } from './Load';

const START_MS = 180_000;
const STOP_MS = 5_000;
const PROBE_MS = 30_000;
/** Longer than a locked SQLite keeps the whole process waiting, several times in a row. */
const ALIVE_MS = 60_000;

/** The portal's own backend, `packages/backend`, in a process that is measured. */
export interface PortalUnderAttack {
  url: string;
  /** All that it has logged. */
  readLog(): Promise<string>;
  /** What was highest since it was asked before, and what remains after a garbage collection. */
  measure(): Promise<{ most: Load; now: Load }>;
  /** Milliseconds until it says that it is alive. */
  ping(): Promise<number>;
  /** Starts it again if it does not answer any more; says whether it had to. */
  revive(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Starts `packages/backend` with the given configuration laid over `app-config.yaml`, and waits until it is ready.
 *
 * @throws Error that names the log.
 */
export async function startPortal(options: {
  name: string;
  folder: string;
  port: number;
  config: object;
}): Promise<PortalUnderAttack> {
  const { name, folder, port } = options;
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, `${name}.yaml`);
  const log = join(folder, `${name}.log`);
  await writeFile(config, stringify(options.config));
  let child: ChildProcess | undefined;
  let asked = 0;

  async function start(): Promise<void> {
    const started = fork(
      join(repositoryRoot, 'packages/backend/src/index.ts'),
      [
        ...['--config', join(repositoryRoot, 'app-config.yaml')],
        ...['--config', config],
      ],
      {
        // Templates of the catalog are named from here.
        cwd: join(repositoryRoot, 'packages/backend'),
        execArgv: [
          ...['--expose-gc', '--import', 'tsx'],
          ...['--import', join(__dirname, 'probe.ts')],
        ],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
          // The sandbox's AWS takes any signature; nobody's own credentials reach it.
          AWS_ACCESS_KEY_ID: 'sandbox',
          AWS_SECRET_ACCESS_KEY: 'sandbox',
          AWS_PROFILE: undefined,
          AWS_SESSION_TOKEN: undefined,
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    child = started;
    // A portal that ends is found out by who asks it next.
    started.on('error', () => {});
    const output = createWriteStream(log, { flags: 'a' });
    started.stdout?.pipe(output, { end: false });
    started.stderr?.pipe(output, { end: false });
    started.once('exit', () => output.end());
    await eventually(
      `the portal ${name} (${log})`,
      async () => {
        if (started.exitCode !== null) {
          return 'ended';
        }
        const { ok } = await fetch(`${url}/.backstage/health/v1/readiness`);
        return ok && 'ready';
      },
      START_MS,
    ).then(async how => {
      if (how === 'ended') {
        const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
        throw new Error(
          `The portal ${name} ended at its start:\n${lines
            .slice(-15)
            .join('\n')}`,
        );
      }
    });
  }

  async function stop(): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending && ending.exitCode === null && ending.signalCode === null) {
      const ended = once(ending, 'exit');
      ending.kill('SIGTERM');
      const impatience = setTimeout(() => ending.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(impatience);
    }
  }

  const portal: PortalUnderAttack = {
    url,
    stop,
    readLog: () => readFile(log, 'utf8'),
    async measure() {
      const target = child;
      if (!target?.connected) {
        throw new Error(`The portal ${name} has ended; see ${log}.`);
      }
      const id = ++asked;
      const patience = AbortSignal.timeout(PROBE_MS);
      target.send(id);
      for (;;) {
        const [answer] = (await once(target, 'message', {
          signal: patience,
        })) as [ProbeAnswer];
        if (answer.id === id) {
          return { most: answer.load, now: answer.now };
        }
      }
    },
    async ping() {
      const since = performance.now();
      const answer = await fetch(`${url}/.backstage/health/v1/liveness`);
      await answer.arrayBuffer();
      return performance.now() - since;
    },
    async revive() {
      const alive = await Promise.race([
        portal.ping().then(
          () => true,
          () => false,
        ),
        sleep(ALIVE_MS, false),
      ]);
      if (!alive) {
        child?.kill('SIGKILL');
        await stop();
        await start();
      }
      return !alive;
    },
  };
  await start().catch(async error => {
    await stop();
    throw error;
  });
  return portal;
}
