import { createWriteStream, type WriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  startProcessGroup,
  type ProcessGroup,
} from '@eks-deploy/process-group';
import type { Binaries, BinaryName } from './binaries';
import type { Component } from './components';

/** What stands at the end of a log says best why a process ended. */
const LAST_LINES = 5;

/** The processes of one control plane: each in a group of its own with a log; one that ends by itself is a failure. */
export class Processes {
  /** Rejects when a process ended by itself. */
  readonly failed: Promise<never>;
  private fail: (error: Error) => void = () => {};
  private readonly running: Array<{
    name: BinaryName;
    group: ProcessGroup;
    log: WriteStream;
  }> = [];
  private readonly killed = new Set<ProcessGroup>();
  private stopped?: Promise<void>;

  constructor(private readonly folder: string) {
    this.failed = new Promise((_, reject) => {
      this.fail = reject;
    });
    process.on('exit', this.killAll);
    // Whoever waits for it hears of it; nobody has to.
    this.failed.catch(() => {});
  }

  start(binaries: Binaries, { name, args }: Component): void {
    if (this.stopped) {
      throw new Error(`${name} is not started: the others are being stopped.`);
    }
    const file = join(this.folder, `${name}.log`);
    const log = createWriteStream(file, { flags: 'a' });
    const group = startProcessGroup(binaries[name], args, {
      cwd: this.folder,
      env: { PATH: process.env.PATH, HOME: this.folder },
      output: log,
    });
    this.running.push({ name, group, log });
    group.ended.then(async how => {
      if (!this.stopped && !this.killed.has(group)) {
        this.fail(
          new Error(
            `${name} ended by itself (${how}):\n${await lastLines(file)}`,
          ),
        );
      }
    });
  }

  /** @throws Error if it does not run. */
  pidOf(program: BinaryName): number {
    const pid = this.running.find(({ name }) => name === program)?.group.pid;
    if (pid === undefined) {
      throw new Error(`${program} does not run.`);
    }
    return pid;
  }

  /** Ends a program as a crash does, which is no failure; it can be started again. */
  async kill(program: BinaryName): Promise<void> {
    const pid = this.pidOf(program);
    const [killed] = this.running.splice(
      this.running.findIndex(({ name }) => name === program),
      1,
    );
    this.killed.add(killed.group);
    process.kill(-pid, 'SIGKILL');
    await killed.group.ended;
    killed.log.end();
  }

  /** Last started, first ended: nobody writes to an API that is gone. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    for (const { group, log } of [...this.running].reverse()) {
      await group.stop();
      log.end();
      await finished(log).catch(() => {});
    }
    process.off('exit', this.killAll);
  }

  /** For when this process ends without having stopped them, by an error that nobody caught. */
  private readonly killAll = () => {
    for (const { group } of this.running) {
      if (group.pid !== undefined) {
        try {
          process.kill(-group.pid, 'SIGKILL');
        } catch {
          // It has ended by itself.
        }
      }
    }
  };
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}
