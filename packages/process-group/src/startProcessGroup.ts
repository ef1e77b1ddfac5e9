import { spawn, type ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

/** A command that runs with everything it starts in a process group of its own, so that all of it ends together. */
export interface ProcessGroup {
  /** The group's number; none if the command could not be started. */
  pid?: number;
  /** Settles when the command has ended, with its exit code or the signal that ended it. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const graceMs = 5_000;

export function startProcessGroup(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; output: Writable },
): ProcessGroup {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(options.output, { end: false });
  child.stderr.pipe(options.output, { end: false });
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${signal ?? code}`));
  });
  return {
    pid: child.pid,
    ended,
    async stop() {
      signalGroup(child, 'SIGTERM');
      const deadline = Date.now() + graceMs;
      while (signalGroup(child, 0)) {
        if (Date.now() > deadline) {
          signalGroup(child, 'SIGKILL');
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
  };
}

/** Whether the group still had a process to signal. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) {
    return false;
  }
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}
