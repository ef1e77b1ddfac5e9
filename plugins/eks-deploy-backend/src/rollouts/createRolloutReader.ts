import type {
  EnvironmentRollouts,
  RolloutChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';
import type { NamespaceWatchers } from './NamespaceWatchers';
import { TargetViews } from './TargetViews';
import { untilSettled } from './untilSettled';

/** How long a reader waits for a cluster that was not watched before. */
const SYNC_MS = 5_000;

/** Reads the Rollouts of DeployTargets from what is watched. */
export interface RolloutReader {
  /** As they are now; `syncing` if the cluster did not answer in time, 5 s unless told otherwise. */
  read(
    target: DeployTarget,
    options?: { patienceMs?: number },
  ): Promise<EnvironmentRollouts>;
  /** As they are now, and each change from then on until `stop` is called. */
  watch(
    target: DeployTarget,
    listener: (changes: RolloutChange[]) => void,
  ): RolloutWatch;
}

/** One viewer's view of a DeployTarget. */
export interface RolloutWatch {
  /** The view that the changes told so far lead to. */
  current(): EnvironmentRollouts;
  stop(): void;
}

export function createRolloutReader(deps: {
  watchers: NamespaceWatchers;
}): RolloutReader {
  const { watchers } = deps;
  const views = new TargetViews(watchers);

  const watch: RolloutReader['watch'] = (target, listener) => {
    const { view, leave } = views.join(target, listener);
    return { current: () => view.current, stop: leave };
  };

  const read: RolloutReader['read'] = async (
    target,
    { patienceMs = SYNC_MS } = {},
  ) => {
    await untilSettled(watchers, target, { patienceMs });
    // Joining it tells what is not told yet.
    const watching = watch(target, () => {});
    watching.stop();
    return watching.current();
  };

  return { read, watch };
}
