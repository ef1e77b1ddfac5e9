import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterGoneError,
  type ClusterClient,
  type ClusterRequest,
  type WatchEvent,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Row } from '../rows';
import type { FollowedCluster } from './FollowedCluster';
import { getPauseMs } from './getPauseMs';
import { isUnanswered } from './isUnanswered';
import { ListWatch, type FollowedObject, type Told } from './ListWatch';
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
  followed: FollowedCluster;
  namespace: string;
  resource: Resource<Item, Kept>;
  /** Whether Rollouts are told without it too; then it is asked for rarely where it is refused. */
  optional?: boolean;
  /** Hears of every change of rows or of the state's kind. */
  onChange: () => void;
  getPauseMs?: typeof getPauseMs;
}

/** Keeps rows of one kind of object in one namespace as they are in the cluster until stopped. */
export class Reflector<Item extends FollowedObject, Kept extends Row> {
  private readonly request: ClusterRequest;
  private readonly listWatch: ListWatch<Item, Kept>;
  private readonly store: RowStore<Kept>;
  private readonly log: ReflectorLog;
  private readonly controller = new AbortController();
  private current: ReflectorState = { state: 'syncing' };
  private untold = false;

  constructor(private readonly options: ReflectorOptions<Item, Kept>) {
    const { clusters, followed, cluster, namespace, resource } = options;
    this.request = {
      cluster,
      path: resource.toPath(namespace),
      query: resource.query,
    };
    this.listWatch = new ListWatch({
      clusters,
      followed,
      request: this.request,
      toRows: object => this.toRows(object),
      idleMs: resource.idleMs,
    });
    this.store = new RowStore(resource.most);
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
    const { pulse } = this.options.followed;
    const { signal } = this.controller;
    const leave = pulse.join(this.request);
    let retry = 0;
    while (!signal.aborted) {
      const { worked, error } = await this.follow();
      if (signal.aborted) {
        break;
      }
      if (error !== undefined) {
        this.fail(error);
      }
      if (worked && error === undefined) {
        retry = 0;
      } else {
        const pause = getPause({ error, retry, optional });
        const found = await pulse.pause(pause, signal);
        retry = worked || found ? 0 : retry + 1;
      }
    }
    leave();
  }

  /** One WATCH, after a LIST if need be; whether it told anything, and why it broke if it did. */
  private async follow(): Promise<{ worked: boolean; error?: unknown }> {
    const { signal: lost } = this.options.followed.pulse;
    const signal = AbortSignal.any([this.controller.signal, lost]);
    const startedAt = Date.now();
    let events = 0;
    try {
      lost.throwIfAborted();
      for await (const told of this.listWatch.follow(signal)) {
        events += Number(told.type !== 'LIST');
        this.options.followed.pulse.heard();
        this.take(told);
      }
      lost.throwIfAborted();
      // A quick end is a failure too, or a server that ends each WATCH at once would be asked without a pause.
      return { worked: Date.now() - startedAt >= SHORTEST_WATCH_MS };
    } catch (error) {
      return { worked: events > 0, error: lost.aborted ? lost.reason : error };
    }
  }

  private take(told: Told<Item, Kept>): void {
    switch (told.type) {
      case 'LIST':
        // With the right to list and none to watch it would be live and lost by turns.
        this.untold = this.store.replaceAll(told.kept) || this.untold;
        break;
      case 'OPEN':
      case 'BOOKMARK':
        this.hear(false);
        break;
      default:
        this.takeEvent(told);
    }
  }

  private takeEvent({ type, object }: WatchEvent<Item>): void {
    const { uid = '', resourceVersion } = object.metadata ?? {};
    const [row] = type === 'DELETED' ? [] : this.toRows(object);
    this.hear(
      row ? this.store.put(row) : this.store.remove(uid, resourceVersion),
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

  /** Changes are heard, so what is kept is what the cluster holds. */
  private hear(changed: boolean): void {
    const wasLive = this.current.state === 'live';
    const untold = changed || this.untold || !wasLive;
    this.current = { state: 'live', observedAt: new Date() };
    this.untold = false;
    this.log.heard();
    if (untold) {
      this.tell();
    }
  }

  private fail(error: unknown): void {
    const { listWatch, log, options } = this;
    const wentOn = listWatch.goesOn;
    // A list tells at once that the cluster is back; a WATCH on quiet objects would tell it with the next bookmark.
    listWatch.forget();
    if (wentOn && error instanceof ClusterGoneError) {
      return;
    }
    if (isUnanswered(error)) {
      options.followed.pulse.doubt();
    }
    // That a cluster is lost is said once for all of it.
    if (error !== options.followed.pulse.signal.reason) {
      log.lost(error, options.optional);
    }
    const { state, problem } = this.current;
    this.current = toFailedState(this.current, error, options.cluster);
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
