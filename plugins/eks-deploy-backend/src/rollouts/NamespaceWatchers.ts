import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { NamespaceWatcher } from './NamespaceWatcher';
import { FollowedCluster } from './reflector/FollowedCluster';

const IDLE_MS = 60_000;

/** A namespace of a cluster. */
export interface NamespacePlace {
  cluster: string;
  namespace: string;
}

/** One watcher for each namespace that someone looks at, ended a minute after the last one looked away. */
export class NamespaceWatchers {
  private readonly watchers = new Map<string, NamespaceWatcher>();
  private readonly followed = new Map<string, FollowedCluster>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly options: {
      clusters: ClusterClient;
      logger: LoggerService;
    },
  ) {}

  /** The watcher of a namespace; `release` says that the caller looks away, and is to be called once. */
  acquire(
    place: NamespacePlace,
    listener: () => void,
  ): { watcher: NamespaceWatcher; release: () => void } {
    const key = `${place.cluster}/${place.namespace}`;
    clearTimeout(this.timers.get(key));
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
