import type {
  Rollout,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Truth } from './cluster/Namespace';

/** Whether all that is shown is told to be as it is now. */
export function isLive({ environments }: RolloutSnapshot): boolean {
  return environments.every(({ state }) => state === 'live');
}

/** As much of a Rollout as the API server can be asked for. */
export function toTruth({ workload, uid, revision, status }: Rollout): Truth {
  const { desired, ready, updated } = status.counts;
  return { workload, uid, revision, desired, ready, updated };
}

/** In the order of names, which no answer promises. */
export function sorted(truths: Truth[]): Truth[] {
  return [...truths].sort((a, b) => a.workload.localeCompare(b.workload));
}

/** Without what depends on when it was asked for, and in the order of names. */
export function timeless(snapshot: RolloutSnapshot | undefined) {
  return snapshot?.environments.map(({ environment, state, rollouts }) => ({
    environment,
    state,
    rollouts: [...rollouts]
      .sort((a, b) => a.workload.localeCompare(b.workload))
      .map(rollout => ({
        ...rollout,
        status: { ...rollout.status, pace: undefined },
      })),
  }));
}
