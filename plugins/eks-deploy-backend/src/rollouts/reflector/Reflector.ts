import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterGoneError,
  type ClusterClient,
  type ClusterRequest,
  type WatchEvent,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { cutRow, type Row } from '../rows';
import type { FollowedCluster } from './FollowedCluster';
import { getPauseMs } from './getPauseMs';
import { isRightMissing } from '../../workloads/isRightMissing';
import { isUnanswered } from './isUnanswered';
import { ListWatch, type FollowedObject, type Told } from './ListWatch';
import { ReflectorLog } from './ReflectorLog';
import { isSameState, type ReflectorState } from './ReflectorState';
import { MOST_ROWS, type Resource } from './resources';
import { rest } from './rest';
import { RowStore, type VersionedRow } from './RowStore';
import { toFailedState } from './toFailedState';
import { toLiveState } from './toLiveState';
import { WatchCourse, type WatchEnd } from './WatchCourse';

/** Should hundreds leave a lost cluster at once, others would have to wait for half a second. */
const LEAVE_WITHIN_MS = 2_000;

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
  private leaving = new AbortController();
  private current: ReflectorState = { state: 'syncing' };
  private untold = false;
  private skipped = 0;
  private listOverflowed = false;

  constructor(private readonly options: ReflectorOptions<Item, Kept>) {
    const { clusters, followed, cluster, namespace, resource } = options;
    this.request = {
      cluster,
      path: resource.toPath(namespace),
      query: resource.query,
    };
    const { most = MOST_ROWS } = resource;
    this.listWatch = new ListWatch({
      clusters,
      followed,
      request: this.request,
      toRows: object => this.toRows(object),
      most,
      idleMs: resource.idleMs,
    });
    this.store = new RowStore(most);
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
    const { signal } = this.controller;
    const leave = this.options.followed.pulse.join(this.request, reason => {
      this.lose(reason);
      void this.leaveSoon(reason);
    });
    let retry = 0;
    while (!signal.aborted) {
      const { worked, lasted, error } = await this.follow();
      if (signal.aborted) {
        break;
      }
      if (error !== undefined) {
        this.fail(error);
      }
      if (this.skipped > 0 || this.overflowed) {
        // Whether some are still too long, or all too many, only a list tells.
        this.listWatch.forget();
      }
      retry = worked ? 0 : retry;
      if (!lasted || error !== undefined) {
        const answers = await this.pause(error, retry);
        retry = answers ? 0 : retry + 1;
      }
    }
    leave();
  }

  /** Whether there is more than is kept, where that is a problem. */
  private get overflowed(): boolean {
    return (
      this.options.resource.most === undefined &&
      (this.listOverflowed || this.store.overflowed)
    );
  }

  /** Whether the cluster answers again, having failed to. */
  private pause(error: unknown, retry: number): Promise<boolean> {
    const { followed, optional = false } = this.options;
    const { getPauseMs: getPause = getPauseMs } = this.options;
    const { pulse, turns, random } = followed;
    const { signal } = this.controller;
    const ms = getPause({ error, retry, optional }, random());
    return isRightMissing(error) && !optional
      ? turns.wait(turn => pulse.pause(ms, AbortSignal.any([signal, turn])))
      : pulse.pause(ms, signal, error);
  }

  private async follow(): Promise<WatchEnd> {
    const { pulse } = this.options.followed;
    const { signal: lost } = pulse;
    this.leaving = new AbortController();
    const signal = AbortSignal.any([
      this.controller.signal,
      this.leaving.signal,
    ]);
    const course = new WatchCourse();
    try {
      lost.throwIfAborted();
      for await (const told of this.listWatch.follow(signal)) {
        course.told(told.type);
        pulse.heard();
        this.take(told);
      }
      lost.throwIfAborted();
      return course.end();
    } catch (error) {
      const why = [this.leaving.signal, lost].find(({ aborted }) => aborted);
      return course.end(why ? why.reason : error);
    }
  }

  private take(told: Told<Item, Kept>): void {
    switch (told.type) {
      case 'LIST':
        // With the right to list and none to watch it would be live and lost by turns.
        this.untold = this.store.replaceAll(told.kept) || this.untold;
        this.skipped = told.skipped;
        this.listOverflowed = told.overflowed;
        break;
      case 'OPEN':
        if (this.current.state === 'denied') {
          this.options.followed.turns.letIn();
        }
        this.hear(false);
        break;
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
      const row = cutRow(this.options.resource.toRow(object));
      return [{ row, version: object.metadata?.resourceVersion }];
    } catch (error) {
      this.log.broken(object?.metadata?.name, error);
      return [];
    }
  }

  /** Changes are heard, so what is kept is what the cluster holds. */
  private hear(changed: boolean): void {
    const before = this.current;
    const { skipped, overflowed } = this;
    this.current = toLiveState({ skipped, overflowed }, this.options);
    const untold = changed || this.untold || !isSameState(before, this.current);
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
    const { pulse } = options.followed;
    if (isUnanswered(error)) {
      pulse.doubt();
    }
    // That a cluster is lost is said once for all of it.
    if (![pulse.signal.reason, this.leaving.signal.reason].includes(error)) {
      log.lost(error, options.optional);
    }
    this.lose(error);
  }

  private lose(reason: unknown): void {
    const before = this.current;
    this.current = toFailedState(before, reason, this.options.cluster);
    if (!isSameState(before, this.current)) {
      this.tell();
    }
  }

  /** Ends the WATCH of a cluster that is lost, or was until a moment ago. */
  private async leaveSoon(reason: unknown): Promise<void> {
    const { leaving } = this;
    const { pulse, random } = this.options.followed;
    await rest(random() * LEAVE_WITHIN_MS, pulse.answersAgain);
    leaving.abort(reason);
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
