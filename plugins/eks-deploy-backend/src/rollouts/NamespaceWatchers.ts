import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { createUnwatched } from './createUnwatched';
import { NamespaceWatcher } from './NamespaceWatcher';
import { FollowedCluster } from './reflector/FollowedCluster';

const IDLE_MS = 60_000;

/** A namespace of a cluster. */
export interface NamespacePlace {
  cluster: string;
  namespace: string;
}

/** What is known of a namespace. */
export type WatchedNamespace = Pick<
  NamespaceWatcher,
  'rows' | 'settled' | 'state'
> & {
  /** It is not watched, as too many others are. */
  refused?: boolean;
};

/**
 * One watcher for each namespace that someone looks at, ended a minute after the last one looked away, or as soon as
 * there are so many that another needs its place.
 */
export class NamespaceWatchers {
  private readonly watchers = new Map<string, NamespaceWatcher>();
  private readonly followed = new Map<string, FollowedCluster>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly options: {
      clusters: ClusterClient;
      logger: LoggerService;
      /** Most namespaces that are watched at once; what is above is told as a problem. */
      most: number;
    },
  ) {}

  /** The watcher of a namespace; `release` says that the caller looks away, and is to be called once. */
  acquire(
    place: NamespacePlace,
    listener: () => void,
  ): { watcher: WatchedNamespace; release: () => void } {
    const { most } = this.options;
    const key = `${place.cluster}/${place.namespace}`;
    clearTimeout(this.timers.get(key));
    if (!this.watchers.has(key) && !this.makeRoom()) {
      return { watcher: createUnwatched(most), release: () => {} };
    }
    const watcher = this.watchers.get(key) ?? this.start(key, place);
    const unsubscribe = watcher.subscribe(listener);
    return {
      watcher,
      release: () => {
        unsubscribe();
        if (watcher.idle) {
          this.stopLater(key, watcher);
        }
      },
    };
  }

  stop(): void {
    this.timers.forEach(clearTimeout);
    this.watchers.forEach(watcher => watcher.stop());
    this.watchers.clear();
  }

  /** Ends a watcher that nobody looks at where there are as many as may be; false if there is none. */
  private makeRoom(): boolean {
    if (this.watchers.size < this.options.most) {
      return true;
    }
    const [key, watcher] =
      [...this.watchers].find(([, { idle }]) => idle) ?? [];
    if (key === undefined) {
      return false;
    }
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    watcher?.stop();
    return this.watchers.delete(key);
  }

  private start(
    key: string,
    { cluster, namespace }: NamespacePlace,
  ): NamespaceWatcher {
    const { clusters, logger } = this.options;
    const watcher = new NamespaceWatcher({
      clusters,
      logger,
      cluster,
      followed: this.follow(cluster),
      namespace,
    });
    this.watchers.set(key, watcher);
    watcher.start();
    return watcher;
  }

  /** As many as are configured, so none is ever dropped. */
  private follow(cluster: string): FollowedCluster {
    const followed =
      this.followed.get(cluster) ??
      new FollowedCluster({ ...this.options, cluster });
    this.followed.set(cluster, followed);
    return followed;
  }

  private stopLater(key: string, watcher: NamespaceWatcher): void {
    clearTimeout(this.timers.get(key));
    const timer = setTimeout(() => {
      this.timers.delete(key);
      if (watcher.idle && this.watchers.get(key) === watcher) {
        this.watchers.delete(key);
        watcher.stop();
      }
    }, IDLE_MS);
    this.timers.set(key, timer.unref());
  }
}
