import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Nothing here can lose connections without a word; the message says in a sentence what would. */
export class MissingRelayError extends Error {}

/**
 * What passes connections on, byte by byte, and can forget them: half-open TCP, of which one end knows nothing any more
 * (RFC 9293, 3.5.1). Node can't close a socket without telling its peer, so that it is a process of Python.
 */
export class Relay {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcessByStdio<Writable, Readable, Readable>,
  ) {}

  /**
   * @param target - Where connections are passed on to; an address of plain HTTP.
   * @throws MissingRelayError
   */
  static async start(target: string): Promise<Relay> {
    const { hostname, port } = new URL(target);
    const [command, ...args] = [
      // What CI runs is never left out, and only root may lose connections so.
      ...(process.env.CI && process.getuid?.() !== 0 ? ['sudo', '-n'] : []),
      ...['python3', join(__dirname, 'relay.py'), hostname, port],
    ];
    const child = spawn(command, args);
    const failed = once(child, 'error').then(() => `it needs ${command}`);
    const said = text(child.stderr);
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const listening = lines.next();
    const missing = await Promise.race([
      failed,
      listening.then(() => undefined),
    ]);
    const { value, done } = missing ? { done: true } : await listening;
    if (done) {
      const why = missing ?? (await said).trim().split('\n').at(-1);
      throw new MissingRelayError(why);
    }
    return new Relay(`http://127.0.0.1:${value}`, child);
  }

  /** Loses all connections without a word to those who opened them; takes new ones. */
  forgetAll(): void {
    this.child.stdin.write('\n');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.stdin.end();
      await ended;
    }
  }
}
