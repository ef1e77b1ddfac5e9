import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request, type Agent, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { AskedPaths, type Asked } from './AskedPaths';
import type { KeyedCertificate } from './makeCertificate';
import type { Traffic } from './PassThroughCalls';

/** The API server's own default where a client names none; it adds as much again at random. */
const DEFAULT_WATCH_SECONDS = 1_800;

/** One address of the API server, with what passed through it. */
export class Listener {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly answers = new Set<IncomingMessage>();
  private readonly openWatches = new Map<IncomingMessage, number>();
  private readonly asked = new AskedPaths();
  private readonly counts = { calls: 0, watches: 0, again: 0, bytes: 0 };
  private held = false;

  constructor(
    private readonly upstream: { url: string; agent: Agent },
    { cert, key }: KeyedCertificate,
  ) {
    this.server = createServer({ cert, key }, (incoming, outgoing) =>
      this.pass(incoming, outgoing),
    );
    this.server.on('secureConnection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  get traffic(): Traffic {
    return { ...this.counts, openWatches: [...this.openWatches.values()] };
  }

  async listen(): Promise<string> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  hold(): void {
    this.held = true;
    this.answers.forEach(answer => answer.pause());
  }

  release(): void {
    if (this.held) {
      this.held = false;
      this.sockets.forEach(socket => socket.destroy());
    }
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const asked = this.count(incoming, outgoing);
    if (this.held) {
      return;
    }
    const { url, agent } = this.upstream;
    const forwarded = request(
      `${url}${incoming.url}`,
      { agent, method: incoming.method, headers: incoming.headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        answer.on('data', chunk => {
          this.counts.bytes += chunk.length;
        });
        answer.pipe(outgoing);
        this.answers.add(answer);
        answer.on('end', () => asked.ended(answer.statusCode ?? 502));
        answer.on('close', () => {
          this.answers.delete(answer);
          outgoing.end();
        });
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  }

  private count(incoming: IncomingMessage, outgoing: ServerResponse): Asked {
    this.counts.calls += 1;
    const { pathname, searchParams } = new URL(
      incoming.url ?? '/',
      'https://localhost',
    );
    const isWatch = searchParams.has('watch');
    const asked = this.asked.ask(pathname, isWatch);
    this.counts.again += Number(asked.again);
    outgoing.on('close', () => asked.left());
    if (isWatch) {
      this.counts.watches += 1;
      const seconds = Number(searchParams.get('timeoutSeconds'));
      this.openWatches.set(incoming, seconds || DEFAULT_WATCH_SECONDS);
      outgoing.on('close', () => this.openWatches.delete(incoming));
    }
    return asked;
  }
}
