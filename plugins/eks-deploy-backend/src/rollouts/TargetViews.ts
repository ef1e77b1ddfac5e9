import type { RolloutChange } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';
import type { NamespaceWatchers } from './NamespaceWatchers';
import { TargetView } from './TargetView';

interface OpenView {
  view: TargetView;
  close(): void;
}

/** The views that somebody looks at, one for each DeployTarget. */
export class TargetViews {
  private readonly open = new Map<string, OpenView>();

  constructor(
    private readonly watchers: NamespaceWatchers,
    private readonly coalesceMs: number,
  ) {}

  /** Opens a target's view to a listener; `leave` is to be called once. */
  join(
    target: DeployTarget,
    listener: (changes: RolloutChange[]) => void,
  ): { view: TargetView; leave(): void } {
    const key = toKey(target);
    const { view, close } = this.open.get(key) ?? this.show(key, target);
    const unsubscribe = view.subscribe(listener);
    return {
      view,
      leave() {
        unsubscribe();
        if (view.idle) {
          close();
        }
      },
    };
  }

  private show(key: string, target: DeployTarget): OpenView {
    const { watcher, release } = this.watchers.acquire(target, () =>
      view.refresh(),
    );
    const view = new TargetView(target, watcher, this.coalesceMs);
    const opened = {
      view,
      close: () => {
        this.open.delete(key);
        view.stop();
        release();
      },
    };
    this.open.set(key, opened);
    return opened;
  }
}

/** All that a view shows of its target. */
function toKey(target: DeployTarget): string {
  const { environment, cluster, namespace, kubernetesId } = target;
  return JSON.stringify([environment, cluster, namespace, kubernetesId]);
}
