import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const LONGEST_ANSWER_MS = 60_000;

/** One hostile input. */
export interface Input {
  method?: string;
  /** Of the portal, e.g. `/api/eks-deploy/fleet`; sent byte by byte as it is. */
  path: string;
  /** Text and bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Whether the attacker is signed in; true by default. */
  signedIn?: boolean;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** An answer whose body is still to be read. */
export interface OpenAnswer extends Omit<Answer, 'text'> {
  body: IncomingMessage;
  close(): void;
}

/** Sends hostile inputs to a portal as they are: no client tidies path or body up. */
export class Hostile {
  /** How many were sent. */
  inputs = 0;
  /** What was answered 500, with the input it answered. */
  readonly serverErrors: string[] = [];
  private token = '';

  constructor(private readonly url: () => string) {}

  async signIn(): Promise<void> {
    const answer = await fetch(`${this.url()}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = (await answer.json()) as {
      backstageIdentity: { token: string };
    };
    this.token = backstageIdentity.token;
  }

  get bearer(): string {
    return `Bearer ${this.token}`;
  }

  /** Sends it and reads the whole answer. */
  async send(input: Input): Promise<Answer> {
    const { status, headers, body } = await this.open({
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      ...input,
    });
    return { status, headers, text: await text(body) };
  }

  /** Sends it and gives the answer as soon as its head is there. */
  async open(input: Input): Promise<OpenAnswer> {
    const { method = 'GET', path, body, signedIn = true, signal } = input;
    const content =
      typeof body === 'string' || Buffer.isBuffer(body)
        ? body
        : JSON.stringify(body);
    const outgoing = request(this.url(), {
      method,
      path,
      signal,
      // A connection that is kept may be closed by the portal just as it is used again.
      agent: false,
      headers: {
        ...(signedIn && { authorization: this.bearer }),
        ...(content !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(content)),
        }),
        ...input.headers,
      },
    });
    // What is cut later has been answered already.
    outgoing.on('error', () => {});
    outgoing.end(content);
    this.inputs += 1;
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    answer.on('error', () => {});
    const status = answer.statusCode ?? 0;
    if (status === 500) {
      this.serverErrors.push(`${method} ${path.slice(0, 120)}`);
    }
    return {
      status,
      headers: answer.headers,
      body: answer,
      close: () => outgoing.destroy(),
    };
  }

  /** Counts inputs that something else sent, e.g. a fuzzer. */
  count(inputs: number): void {
    this.inputs += inputs;
  }
}
