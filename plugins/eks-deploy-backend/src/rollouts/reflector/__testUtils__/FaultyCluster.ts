import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request instead of the cluster. */
export type Fault = (response: ServerResponse) => void;

interface PodObject {
  metadata: { name: string; uid: string; resourceVersion: string };
  status: { phase: string };
}

interface PodEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: PodObject;
}

type Verb = 'LIST' | 'WATCH' | 'STREAM';

/**
 * The pods of one namespace behind HTTP, byte for byte, with faults on demand: each takes the place of one answer. A LIST
 * of a single object, which only asks whether the cluster is there, is always answered.
 */
export class FaultyCluster {
  readonly faults: Record<Verb, Fault[]> = { LIST: [], WATCH: [], STREAM: [] };
  /** Whether a WATCH may begin with the list; such a one is a STREAM here. */
  streamsLists = true;
  /** What was asked so far, e.g. `LIST limit=500`. */
  readonly requests: string[] = [];
  private readonly pods = new Map<string, PodObject>();
  private readonly history: PodEvent[] = [];
  private readonly watches = new Set<ServerResponse>();
  private version = 100;
  private readonly server = createServer((request, response) =>
    this.answer(new URL(request.url ?? '', 'http://cluster'), response),
  );

  /** Returns the base URL. */
  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }

  put(name: string, phase: string, uid = name): void {
    const type = this.pods.has(name) ? 'MODIFIED' : 'ADDED';
    const pod = {
      metadata: { name, uid, resourceVersion: this.nextVersion() },
      status: { phase },
    };
    this.pods.set(name, pod);
    this.tell({ type, object: pod });
  }

  remove(name: string): void {
    const pod = this.pods.get(name);
    if (pod) {
      this.pods.delete(name);
      const metadata = { ...pod.metadata, resourceVersion: this.nextVersion() };
      this.tell({ type: 'DELETED', object: { ...pod, metadata } });
    }
  }

  /** What there is, as `uid phase`. */
  get truth(): string[] {
    return [...this.pods.values()]
      .map(({ metadata, status }) => `${metadata.uid} ${status.phase}`)
      .sort();
  }

  /** All that was told so far, as lines of a WATCH. */
  get told(): string[] {
    return this.history.map(toLine);
  }

  /** How many faults are still to come. */
  get faultsLeft(): number {
    return Object.values(this.faults).flat().length;
  }

  get openWatches(): number {
    return this.watches.size;
  }

  /** Writes to the open watches. */
  say(text: string): void {
    this.watches.forEach(response => response.write(text));
  }

  endWatches(): void {
    this.watches.forEach(response => response.end());
  }

  breakWatches(): void {
    this.watches.forEach(response => response.destroy());
  }

  private nextVersion(): string {
    this.version += 1;
    return String(this.version);
  }

  private tell(event: PodEvent): void {
    this.history.push(event);
    this.say(toLine(event));
  }

  private answer({ searchParams }: URL, response: ServerResponse): void {
    const verb = getVerb(searchParams);
    if (verb === 'STREAM' && !this.streamsLists) {
      response.writeHead(422).end('{"kind":"Status","code":422}');
      return;
    }
    if (searchParams.get('limit') === '1') {
      response.end(JSON.stringify(this.list(searchParams)));
      return;
    }
    searchParams.delete('timeoutSeconds');
    this.requests.push(`${verb} ${searchParams}`);
    const fault = this.faults[verb].shift();
    if (fault) {
      fault(response);
    } else if (verb === 'LIST') {
      response.end(JSON.stringify(this.list(searchParams)));
    } else if (verb === 'WATCH') {
      this.watch(Number(searchParams.get('resourceVersion')), response);
    } else {
      response.write(this.initialEvents.join(''));
      this.watch(this.version, response);
    }
  }

  /** What a STREAM begins with, as lines. */
  get initialEvents(): string[] {
    const metadata = {
      resourceVersion: String(this.version),
      annotations: { 'k8s.io/initial-events-end': 'true' },
    };
    return [
      ...Array.from(this.pods.values(), object =>
        toLine({ type: 'ADDED', object }),
      ),
      toLine({ type: 'BOOKMARK', object: { metadata } }),
    ];
  }

  private list(query: URLSearchParams): object {
    const all = [...this.pods.values()];
    const from = Number(query.get('continue') ?? 0);
    const to = from + Number(query.get('limit') ?? all.length);
    return {
      kind: 'PodList',
      metadata: {
        resourceVersion: String(this.version),
        continue: to < all.length ? String(to) : undefined,
      },
      items: all.slice(from, to),
    };
  }

  private watch(from: number, response: ServerResponse): void {
    response.flushHeaders();
    this.history
      .filter(({ object }) => Number(object.metadata.resourceVersion) > from)
      .forEach(event => response.write(toLine(event)));
    this.watches.add(response);
    response.once('close', () => this.watches.delete(response));
  }
}

function getVerb(query: URLSearchParams): Verb {
  if (query.has('sendInitialEvents')) {
    return 'STREAM';
  }
  return query.has('watch') ? 'WATCH' : 'LIST';
}

function toLine(event: object): string {
  return `${JSON.stringify(event)}\n`;
}
