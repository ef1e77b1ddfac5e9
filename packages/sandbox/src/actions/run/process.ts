import { spawn } from 'node:child_process';
import readline from 'node:readline';

const KILL_AFTER_MS = 2_000;

/** A program to run in a job. */
export interface ProcessOptions {
  cwd: string;
  env: Record<string, string>;
  signal: AbortSignal;
  onLine: (line: string) => void;
}

/** Runs a program in a process group of its own and answers its exit code; an abort ends the whole group. */
export async function runProcess(
  command: string,
  args: string[],
  options: ProcessOptions,
): Promise<number> {
  const { cwd, env, signal, onLine } = options;
  if (signal.aborted) return 130;
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const readers = [child.stdout, child.stderr].map(stream =>
    readline.createInterface({ input: stream }).on('line', onLine),
  );
  const kill = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const abort = () => {
    kill('SIGTERM');
    timer = setTimeout(() => kill('SIGKILL'), KILL_AFTER_MS);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve(code ?? 130));
      // A step ends with its shell; what it left running in the background would hold the pipes open.
      child.once('exit', code => {
        setTimeout(() => {
          readers.forEach(reader => reader.close());
          kill('SIGKILL');
          resolve(code ?? 130);
        }, 200).unref();
      });
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
