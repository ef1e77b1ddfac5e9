import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWatch, parseAsked, type Asked } from './Asked';
import { Exchange, type Upstream } from './Exchange';

const LONGEST_WAIT_MS = 30_000;

/** What is done to requests that match, in the place of passing them. */
export interface Rule {
  matches(asked: Asked): boolean;
  /** To how many of them; to all by default. */
  times?: number;
  act(exchange: Exchange): Promise<void> | void;
}

/** A rule in force. */
export interface ImposedRule {
  /**
   * Waits until it was done to a request.
   *
   * @throws Error when none comes: nothing was shown then.
   */
  hit(): Promise<void>;
  /** Lets pass what comes from now on. */
  end(): void;
}

/**
 * What stands between the Kubernetes plugin and an API server: passes every byte, but does to single requests, or to
 * all, what networks, load balancers and servers do when they are ill. Speaks plain HTTP, so that a fault is done to
 * bytes that mean something.
 */
export class FaultProxy {
  private readonly rules: Array<{ rule: Rule; hits: number }> = [];
  private readonly exchanges = new Set<Exchange>();
  private readonly observers: Array<(asked: Asked) => void> = [];
  private refuses = false;

  private constructor(private readonly server: Server) {}

  static async start(upstream: Upstream): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server);
    server.on('request', (request, response) => {
      const asked = parseAsked(request.method ?? '', request.url ?? '');
      const exchange = new Exchange(asked, request, response, upstream);
      proxy.exchanges.add(exchange);
      proxy.observers.forEach(observe => observe(asked));
      response.once('close', () => proxy.exchanges.delete(exchange));
      void proxy.handle(exchange);
    });
    server.on('connection', socket => {
      // A peer that leaves in the middle is what this is about.
      socket.on('error', () => {});
      if (proxy.refuses) {
        socket.resetAndDestroy();
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Is shown every request from now on, whatever is done to it. */
  observe(observer: (asked: Asked) => void): void {
    this.observers.push(observer);
  }

  /** What is passed at the moment. */
  open(matches: (asked: Asked) => boolean): Exchange[] {
    return [...this.exchanges].filter(({ asked }) => matches(asked));
  }

  /** From now on; of several rules the last one that matches. */
  impose(rule: Rule): ImposedRule {
    const entry = { rule, hits: 0 };
    this.rules.unshift(entry);
    return {
      async hit() {
        const deadline = Date.now() + LONGEST_WAIT_MS;
        while (entry.hits === 0) {
          if (Date.now() > deadline) {
            throw new Error('No request came that the fault could be done to.');
          }
          await sleep(20);
        }
      },
      end: () => {
        const index = this.rules.indexOf(entry);
        if (index >= 0) {
          this.rules.splice(index, 1);
        }
      },
    };
  }

  /** Is as good as gone: breaks what is open and takes no connection. */
  die(): void {
    this.refuses = true;
    this.cutAll();
  }

  /** Takes connections again. */
  revive(): void {
    this.refuses = false;
  }

  cutAll(): void {
    this.exchanges.forEach(exchange => exchange.cut());
  }

  /** Ends each WATCH as the API server does when its time is over. */
  endAll(): void {
    this.open(isWatch).forEach(exchange => exchange.end());
  }

  freezeAll(): void {
    this.exchanges.forEach(exchange => exchange.freeze());
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private async handle(exchange: Exchange): Promise<void> {
    const entry = this.rules.find(
      ({ rule, hits }) =>
        hits < (rule.times ?? Infinity) && rule.matches(exchange.asked),
    );
    if (!entry) {
      await exchange.pass();
      return;
    }
    entry.hits += 1;
    await entry.rule.act(exchange);
  }
}
