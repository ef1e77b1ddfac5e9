import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterGoneError,
  type ClusterClient,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Row } from '../rows';
import { getPauseMs } from './getPauseMs';
import { isOlderVersion } from './isOlderVersion';
import { listAll } from './listAll';
import { ReflectorLog } from './ReflectorLog';
import type { ReflectorState } from './ReflectorState';
import type { Resource } from './resources';
import { RowStore, type VersionedRow } from './RowStore';
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
  /** Whether Rollouts are told without it too; then it is asked for rarely where it is refused. */
  optional?: boolean;
  /** Hears of every change of rows or of the state's kind. */
  onChange: () => void;
  getPauseMs?: typeof getPauseMs;
}

/** An object as every kind has it. */
interface Versioned {
  metadata?: { uid?: string; name?: string; resourceVersion?: string };
}

/** Keeps rows of one kind of object in one namespace as they are in the cluster, by LIST and then WATCH, until stopped. */
export class Reflector<Item extends Versioned, Kept extends Row> {
  private readonly store: RowStore<Kept>;
  private readonly log: ReflectorLog;
  private readonly controller = new AbortController();
  private current: ReflectorState = { state: 'syncing' };
  private resourceVersion?: string;

  constructor(private readonly options: ReflectorOptions<Item, Kept>) {
    this.store = new RowStore(options.resource.most);
    this.log = new ReflectorLog(options);
  }

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
    const { getPauseMs: getPause = getPauseMs, optional = false } =
      this.options;
    const { signal } = this.controller;
    let retry = 0;
    while (!signal.aborted) {
      const { worked, error } = await this.follow();
      if (signal.aborted) {
        return;
      }
      if (error !== undefined) {
        this.fail(error);
      }
      if (!worked || error !== undefined) {
        const pause = getPause({ error, retry, optional });
        await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
      }
      retry = worked ? 0 : retry + 1;
    }
  }

  /** One WATCH, after a LIST if need be; whether it told anything, and why it broke if it did. */
  private async follow(): Promise<{ worked: boolean; error?: unknown }> {
    const startedAt = Date.now();
    let events = 0;
    try {
      if (this.resourceVersion === undefined) {
        await this.list();
      }
      for await (const event of this.watch()) {
        events += 1;
        // Not after a LIST: with the right to list and none to watch it would say so with each retry.
        this.log.heard();
        this.take(event);
      }
      this.hear(false);
      // A quick end is a failure too, or a server that ends each WATCH at once would be asked without a pause.
      return { worked: Date.now() - startedAt >= SHORTEST_WATCH_MS };
    } catch (error) {
      return { worked: events > 0, error };
    }
  }

  private async list(): Promise<void> {
    const { clusters, cluster, namespace, resource } = this.options;
    const { kept, resourceVersion } = await listAll<Item, VersionedRow<Kept>>(
      clusters,
      {
        cluster,
        path: resource.toPath(namespace),
        query: resource.query,
        signal: this.controller.signal,
      },
      object => this.toRows(object),
    );
    this.resourceVersion = resourceVersion;
    this.hear(this.store.replaceAll(kept));
  }

  private watch() {
    const { clusters, cluster, namespace, resource } = this.options;
    return clusters.watch<Item>({
      cluster,
      path: resource.toPath(namespace),
      query: {
        ...resource.query,
        resourceVersion: this.resourceVersion ?? '',
        timeoutSeconds: String(240 + Math.floor(Math.random() * 240)),
      },
      signal: this.controller.signal,
    });
  }

  private take({ type, object }: { type: string; object: Item }): void {
    const { uid = '', resourceVersion } = object.metadata ?? {};
    // Going on from an older version would tell again what was told.
    if (
      resourceVersion &&
      !isOlderVersion(resourceVersion, this.resourceVersion)
    ) {
      this.resourceVersion = resourceVersion;
    }
    if (type === 'BOOKMARK') {
      this.hear(false);
      return;
    }
    const [told] = type === 'DELETED' ? [] : this.toRows(object);
    this.hear(
      told ? this.store.put(told) : this.store.remove(uid, resourceVersion),
    );
  }

  /** None of an object that can't be understood, which must not hide the others. */
  private toRows(object: Item): Array<VersionedRow<Kept>> {
    try {
      const row = this.options.resource.toRow(object);
      return [{ row, version: object.metadata?.resourceVersion }];
    } catch (error) {
      this.log.broken(object?.metadata?.name, error);
      return [];
    }
  }

  /** The cluster told something, so what is kept is what it holds. */
  private hear(changed: boolean): void {
    const wasLive = this.current.state === 'live';
    this.current = { state: 'live', observedAt: new Date() };
    if (changed || !wasLive) {
      this.tell();
    }
  }

  private fail(error: unknown): void {
    const listed = this.resourceVersion !== undefined;
    // A LIST tells at once that the cluster is back; a WATCH on quiet objects would tell it with the next bookmark.
    this.resourceVersion = undefined;
    if (listed && error instanceof ClusterGoneError) {
      return;
    }
    this.log.lost(error);
    const { state, problem } = this.current;
    this.current = toFailedState(this.current, error, this.options.cluster);
    if (
      this.current.state !== state ||
      this.current.problem?.message !== problem?.message
    ) {
      this.tell();
    }
  }

  /** A listener's fault is none of the cluster's. */
  private tell(): void {
    try {
      this.options.onChange();
    } catch (error) {
      this.log.deaf(error);
    }
  }
}
