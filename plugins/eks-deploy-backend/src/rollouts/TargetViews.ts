import type { RolloutChange } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';
import type { NamespaceWatchers } from './NamespaceWatchers';
import { TargetView } from './TargetView';

/** The views that somebody looks at, one for each DeployTarget. */
export class TargetViews {
  private readonly open = new Map<string, TargetView>();

  constructor(private readonly watchers: NamespaceWatchers) {}

  /** Opens a target's view to a listener; `leave` is to be called once. */
  join(
    target: DeployTarget,
    listener: (changes: RolloutChange[]) => void,
  ): { view: TargetView; leave(): void } {
    const key = toKey(target);
    const view = this.open.get(key) ?? new TargetView(target, this.watchers);
    this.open.set(key, view);
    const unsubscribe = view.subscribe(listener);
    return {
      view,
      leave: () => {
        unsubscribe();
        if (view.idle) {
          this.open.delete(key);
          view.stop();
        }
      },
    };
  }
}

/** All that a view shows of its target. */
function toKey(target: DeployTarget): string {
  const { environment, cluster, namespace, kubernetesId } = target;
  return JSON.stringify([environment, cluster, namespace, kubernetesId]);
}
