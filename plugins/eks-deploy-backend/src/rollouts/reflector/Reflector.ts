import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterGoneError,
  type ClusterClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Row } from '../rows';
import { getBackoffMs } from './getBackoffMs';
import { listAll } from './listAll';
import type { ReflectorState } from './ReflectorState';
import type { Resource } from './resources';
import { RowStore } from './RowStore';
import { toFailedState } from './toFailedState';

/** A WATCH that ends sooner did not work, whatever the server says. */
const SHORTEST_WATCH_MS = 1_000;

/** What a {@link Reflector} needs. */
export interface ReflectorOptions<Item, Kept extends Row> {
  clusters: ClusterClient;
  logger: LoggerService;
  cluster: string;
  namespace: string;
  resource: Resource<Item, Kept>;
  /** Hears of every change of rows or of the state's kind. */
  onChange: () => void;
  backoffMs?: (retry: number) => number;
}

/** An object as every kind has it. */
interface Versioned {
  metadata?: { uid?: string; resourceVersion?: string };
}

/** Keeps rows of one kind of object in one namespace as they are in the cluster, by LIST and then WATCH, until stopped. */
export class Reflector<Item extends Versioned, Kept extends Row> {
  private readonly store = new RowStore<Kept>();
  private readonly controller = new AbortController();
  private current: ReflectorState = { state: 'syncing' };
  private resourceVersion?: string;

  constructor(private readonly options: ReflectorOptions<Item, Kept>) {}

  get state(): ReflectorState {
    return this.current;
  }

  get rows(): Kept[] {
    return this.store.rows;
  }

  start(): void {
    void this.run();
  }

  stop(): void {
    this.controller.abort();
  }

  private async run(): Promise<void> {
    const { backoffMs = getBackoffMs } = this.options;
    const { signal } = this.controller;
    let retry = 0;
    while (!signal.aborted) {
      const startedAt = Date.now();
      try {
        if (this.resourceVersion === undefined) {
          await this.list();
        }
        await this.watch();
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        this.fail(error);
      }
      // A quick end counts as a failure too, or a server that ends each WATCH at once would be asked without a pause.
      retry = Date.now() - startedAt < SHORTEST_WATCH_MS ? retry + 1 : 0;
      if (this.current.state !== 'live' || retry > 0) {
        await sleep(backoffMs(retry), undefined, { signal, ref: false }).catch(
          () => {},
        );
      }
    }
  }

  private async list(): Promise<void> {
    const { clusters, cluster, namespace, resource } = this.options;
    const { items, resourceVersion } = await listAll<Item>(clusters, {
      cluster,
      path: resource.toPath(namespace),
      signal: this.controller.signal,
    });
    this.resourceVersion = resourceVersion;
    const changed = this.store.replaceAll(items.map(resource.toRow));
    this.hear(changed);
  }

  private async watch(): Promise<void> {
    const { clusters, cluster, namespace, resource } = this.options;
    const events = clusters.watch<Item>({
      cluster,
      path: resource.toPath(namespace),
      query: {
        resourceVersion: this.resourceVersion ?? '',
        timeoutSeconds: String(240 + Math.floor(Math.random() * 240)),
      },
      signal: this.controller.signal,
    });
    for await (const { type, object } of events) {
      this.resourceVersion = object.metadata?.resourceVersion;
      if (type === 'BOOKMARK') {
        this.hear(false);
      } else if (type === 'DELETED') {
        this.hear(this.store.remove(object.metadata?.uid ?? ''));
      } else {
        this.hear(this.store.put(resource.toRow(object)));
      }
    }
    this.hear(false);
  }

  /** The cluster told something, so what is kept is what it holds. */
  private hear(changed: boolean): void {
    const wasLive = this.current.state === 'live';
    this.current = { state: 'live', observedAt: new Date() };
    if (changed || !wasLive) {
      this.options.onChange();
    }
  }

  private fail(error: unknown): void {
    const { cluster, namespace, resource, logger, onChange } = this.options;
    // A LIST tells at once that the cluster is back; a WATCH on quiet objects would tell it with the next bookmark.
    this.resourceVersion = undefined;
    if (error instanceof ClusterGoneError) {
      return;
    }
    logger.warn(`Lost sight of ${resource.plural}`, {
      cluster,
      namespace,
      error: String(error),
    });
    const { state, problem } = this.current;
    this.current = toFailedState(this.current, error, cluster);
    if (
      this.current.state !== state ||
      this.current.problem?.message !== problem?.message
    ) {
      onChange();
    }
  }
}
