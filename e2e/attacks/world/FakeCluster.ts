import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object that a cluster may hold; nothing of it is checked. */
export interface FakeObject {
  metadata: { name: string; [field: string]: unknown };
  [field: string]: unknown;
}

type Log = (response: ServerResponse) => void | Promise<void>;

const LARGEST_PAGE = 500;
const NOT_FOUND = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'NotFound',
  message: 'not found',
  code: 404,
};

/** A Kubernetes API that holds whatever it is given, as somebody's own cluster may: LIST with pages, WATCH, GET and logs. */
export class FakeCluster {
  /** By the path of their collection. */
  private readonly objects = new Map<string, Map<string, FakeObject>>();
  private readonly watches = new Set<{ path: string; to: ServerResponse }>();
  private readonly logs = new Map<string, Log>();
  /** What is answered to a write, once for all of them. */
  private refusal?: { code: number; body: object };
  private version = 1_000;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeCluster> {
    const server = createServer();
    const cluster = new FakeCluster(server);
    server.on('request', (request, response) => {
      cluster.answer(request, response).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Creates or changes an object, as all who watch its collection learn. */
  put(path: string, object: FakeObject): void {
    const collection = this.collect(path);
    const { name } = object.metadata;
    const type = collection.has(name) ? 'MODIFIED' : 'ADDED';
    this.version += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.version) },
    };
    collection.set(name, stored);
    this.publish(path, type, stored);
  }

  remove(path: string, name: string): void {
    const object = this.collect(path).get(name);
    if (object) {
      this.collect(path).delete(name);
      this.publish(path, 'DELETED', object);
    }
  }

  /** Removes all that a namespace holds. */
  clear(namespace: string): void {
    for (const [path, collection] of this.objects) {
      if (path.includes(`/namespaces/${namespace}/`)) {
        [...collection.keys()].forEach(name => this.remove(path, name));
      }
    }
  }

  /** What the log of a pod is written by. */
  setLog(pod: string, log: Log): void {
    this.logs.set(pod, log);
  }

  refuseWrites(refusal: { code: number; body: object } | undefined): void {
    this.refusal = refusal;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  private collect(path: string): Map<string, FakeObject> {
    const collection = this.objects.get(path) ?? new Map();
    this.objects.set(path, collection);
    return collection;
  }

  private publish(path: string, type: string, object: FakeObject): void {
    const line = `${JSON.stringify({ type, object })}\n`;
    this.watches.forEach(watch => {
      if (watch.path === path) {
        watch.to.write(line);
      }
    });
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    request.resume();
    response.on('error', () => {});
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const [, parent, name = ''] = /^(.*)\/([^/]+)$/.exec(pathname) ?? [];
    const log = name === 'log' && this.logs.get(parent.split('/').at(-1) ?? '');
    if (request.method !== 'GET' && this.refusal) {
      send(response, this.refusal.code, this.refusal.body);
    } else if (log) {
      response.writeHead(200, { 'content-type': 'text/plain' });
      await log(response);
    } else if (['1', 'true'].includes(searchParams.get('watch') ?? '')) {
      this.watch(pathname, searchParams, response);
    } else if (this.objects.has(pathname)) {
      this.list(pathname, searchParams, response);
    } else {
      const object = this.objects.get(parent)?.get(decodeURIComponent(name));
      send(response, object ? 200 : 404, object ?? NOT_FOUND);
    }
  }

  private list(
    path: string,
    query: URLSearchParams,
    response: ServerResponse,
  ): void {
    const all = [...this.collect(path).values()];
    const from = Number(query.get('continue') ?? 0);
    const limit = Number(query.get('limit') ?? all.length);
    const to = from + Math.min(limit, Math.max(LARGEST_PAGE, all.length));
    const metadata = {
      resourceVersion: String(this.version),
      ...(to < all.length && {
        continue: String(to),
        remainingItemCount: all.length - to,
      }),
    };
    send(response, 200, {
      kind: 'List',
      apiVersion: 'v1',
      metadata,
      items: all.slice(from, to),
    });
  }

  private watch(
    path: string,
    query: URLSearchParams,
    response: ServerResponse,
  ): void {
    if (!this.objects.has(path)) {
      send(response, 404, NOT_FOUND);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (query.get('sendInitialEvents') === 'true') {
      const events = [...this.collect(path).values()].map(object => ({
        type: 'ADDED',
        object,
      }));
      const end = {
        type: 'BOOKMARK',
        object: {
          metadata: {
            resourceVersion: String(this.version),
            annotations: { 'k8s.io/initial-events-end': 'true' },
          },
        },
      };
      [...events, end].forEach(event =>
        response.write(`${JSON.stringify(event)}\n`),
      );
    }
    const watch = { path, to: response };
    this.watches.add(watch);
    response.once('close', () => this.watches.delete(watch));
  }
}

function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
