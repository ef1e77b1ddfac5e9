import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 80_000;
const END_MS = 30_000;

/** A Java process that runs. */
export interface JavaProcess {
  /** What it had printed when it was up. */
  printed: string;
  /** Tells it to end, as Kubernetes does, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts Java and waits until it is up.
 *
 * @throws Error with what it printed, if it ends by itself or isn't up in time.
 */
export async function startJava(
  jdk: string,
  args: string[],
  options: {
    cwd?: string;
    env?: Record<string, string>;
    /** Whether it can be used by now. */
    isUp: (printed: string) => Promise<boolean>;
  },
): Promise<JavaProcess> {
  const child = spawn(
    `${jdk}/bin/java`,
    ['-XX:TieredStopAtLevel=1', '-Xmx384m', ...args],
    {
      cwd: options.cwd,
      env: { PATH: process.env.PATH, ...options.env },
      // Broker.java ends with its standard input, whatever becomes of us.
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const keep = (part: string) => {
    printed = (printed + part).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<void>(resolve => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), END_MS);
    await ended;
    clearTimeout(kill);
  };

  const limit = Date.now() + START_MS;
  while (!(await options.isUp(printed).catch(() => false))) {
    if (hasEnded() || Date.now() > limit) {
      await stop();
      throw new Error(`java ${args.at(-1)} did not come up:\n${printed}`);
    }
    await sleep(200);
  }
  return { printed, stop };
}
