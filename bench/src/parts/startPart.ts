import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerMessage, Calls, CommonCalls } from './Calls';

const GRACE_MS = 20_000;
/** What stands at the end of a log says best why a process ended. */
const LAST_LINES = 8;

/** A process of the bench's own. */
export interface Part<Own extends Calls> {
  call<Name extends keyof (Own & CommonCalls)>(
    name: Name,
    ...argument: Parameters<(Own & CommonCalls)[Name]>
  ): ReturnType<(Own & CommonCalls)[Name]>;
  stop(): Promise<void>;
}

export interface PartOptions {
  /** Names its log file, and its CPU profile. */
  name: string;
  /** Where its log goes. */
  logFolder: string;
  /** Writes a CPU profile there when it ends. */
  profileFolder?: string;
  /** Node's own options besides. */
  execArgv?: string[];
}

/** Starts a file as a process of its own that answers calls by `serveCalls`. */
export function startPart<Own extends Calls>(
  file: string,
  options: PartOptions,
): Part<Own> {
  const { name, logFolder, profileFolder, execArgv = [] } = options;
  const logFile = join(logFolder, `${name}.log`);
  const log = openSync(logFile, 'a');
  const child = fork(file, {
    execArgv: [
      ...(file.endsWith('.ts') ? ['--import', 'tsx'] : []),
      '--expose-gc',
      ...(profileFolder
        ? ['--cpu-prof', `--cpu-prof-dir=${join(profileFolder, name)}`]
        : []),
      ...execArgv,
    ],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  const waiting = new Map<number, (answer: AnswerMessage) => void>();
  let calls = 0;

  child.on('message', (answer: AnswerMessage) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', (code, signal) => {
    const error = `it ended (${signal ?? code}):\n${lastLines(logFile)}`;
    waiting.forEach((answer, id) => answer({ id, error }));
    waiting.clear();
  });

  return {
    call(called, ...[argument]) {
      calls += 1;
      const id = calls;
      const answered = new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) =>
          error === undefined
            ? resolve(result)
            : reject(
                new Error(`${name} failed at ${String(called)}: ${error}`),
              ),
        );
        child.send({ id, name: called, argument }, error => {
          if (error) {
            waiting.get(id)?.({ id, error: lastLines(logFile) });
          }
        });
      });
      return answered as ReturnType<(Own & CommonCalls)[typeof called]>;
    },
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>) {
  if (child.connected) {
    child.disconnect();
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  if (child.exitCode === null && child.signalCode === null) {
    await ended;
  }
  clearTimeout(timer);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-LAST_LINES)
    .join('\n');
}
