import { once } from 'node:events';
import {
  request as requestHttp,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Transform } from 'node:stream';
import type { Asked } from './Asked';

const LINE_END = '\n'.charCodeAt(0);
/** What is to be read, or cut, on its way must not be compressed. */
const PLAIN = { 'accept-encoding': 'identity' };

/** The API server behind a proxy. */
export interface Upstream {
  url: string;
  /** PEM, where the address is one of HTTPS. */
  ca?: string;
}

/** One request on its way through the proxy, with what can be done to its answer. */
export class Exchange {
  private atLineStart = true;

  constructor(
    readonly asked: Asked,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly upstream: Upstream,
  ) {}

  /** What the API server answers, asked with some parameters set, or left out where they are undefined. */
  async ask(
    query: Record<string, string | undefined> = {},
    headers: Record<string, string> = {},
  ): Promise<IncomingMessage> {
    const url = new URL(this.request.url ?? '', this.upstream.url);
    for (const [name, value] of Object.entries(query)) {
      if (value === undefined) {
        url.searchParams.delete(name);
      } else {
        url.searchParams.set(name, value);
      }
    }
    const { host, connection, ...asked } = this.request.headers;
    const send = url.protocol === 'http:' ? requestHttp : requestHttps;
    const outgoing = send(url, {
      method: this.request.method,
      headers: { ...asked, ...headers },
      ca: this.upstream.ca,
      agent: false,
    });
    // Whoever asked went away.
    this.response.once('close', () => outgoing.destroy());
    this.request.pipe(outgoing);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return answer;
  }

  /** Passes the API server's answer on as it comes, through the given transformations; a break of it breaks this too. */
  async pass(
    options: {
      query?: Record<string, string | undefined>;
      headers?: Record<string, string>;
      through?: Transform[];
    } = {},
  ): Promise<void> {
    const { query, headers: sent, through = [] } = options;
    try {
      const answer = await this.ask(query, {
        ...(through.length > 0 && PLAIN),
        ...sent,
      });
      const { 'content-length': length, ...headers } = answer.headers;
      this.response.writeHead(answer.statusCode ?? 502, headers);
      this.response.flushHeaders();
      answer.on('data', (chunk: Buffer) => {
        this.atLineStart = chunk.at(-1) === LINE_END;
      });
      await pipeline([answer, ...through, this.response]);
    } catch {
      this.cut();
    }
  }

  /** Passes only so many bytes of the answer's body on, and then breaks it or ends it as if that were all. */
  async passPart(bytes: number, then: 'cut' | 'end'): Promise<void> {
    try {
      const answer = await this.ask({}, PLAIN);
      const { 'content-length': length, ...headers } = answer.headers;
      this.response.writeHead(answer.statusCode ?? 502, headers);
      let left = bytes;
      for await (const chunk of answer) {
        this.response.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) {
          break;
        }
      }
      if (then === 'end') {
        this.response.end();
      } else {
        // What was written is to arrive before the break does.
        setTimeout(() => this.cut(), 20);
      }
    } catch {
      this.cut();
    }
  }

  /** Passes head and body on past HTTP, as a server that writes to its connection ever so slowly. */
  async passSlowly(through: Transform): Promise<void> {
    try {
      const answer = await this.ask({}, PLAIN);
      through.write(
        [
          `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`,
          `content-type: ${answer.headers['content-type']}`,
          // Its body ends where the connection ends.
          'connection: close',
          '',
          '',
        ].join('\r\n'),
      );
      await pipeline([answer, through, this.request.socket]);
    } catch {
      this.cut();
    }
  }

  /** Answers in the API server's place, with a Status as it writes them. */
  refuse(code: number, reason: string, headers: Record<string, string> = {}) {
    const body = JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: `${reason}, says the fault`,
      reason,
      code,
    });
    this.response.writeHead(code, {
      'content-type': 'application/json',
      ...headers,
    });
    this.response.end(body);
  }

  /** Writes an event into a WATCH between two of the API server's. */
  async inject(line: string): Promise<void> {
    while (!this.atLineStart) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    this.response.write(`${line}\n`);
  }

  /** Breaks the connection in the middle of whatever it holds. */
  cut(): void {
    this.response.destroy();
    this.request.socket.destroy();
  }

  /** Ends the answer as the API server ends a WATCH whose time is over. */
  end(): void {
    if (this.response.headersSent) {
      this.response.end();
    } else {
      this.cut();
    }
  }

  /** Lets nothing more through and tells nobody, as when the peer's machine is gone. */
  freeze(): void {
    this.response.write = () => true;
    this.response.end = () => this.response;
  }
}
