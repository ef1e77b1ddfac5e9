import { isDeepStrictEqual } from 'node:util';
import type {
  EnvironmentRollouts,
  RolloutChange,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What turns one view of an Environment into another; its age alone is no change. */
export function getChanges(
  before: EnvironmentRollouts,
  after: EnvironmentRollouts,
): RolloutChange[] {
  if (
    before.state !== after.state ||
    !isDeepStrictEqual(before.problem, after.problem)
  ) {
    return [{ type: 'environment', environment: after }];
  }
  const { environment } = after;
  const known = new Map(before.rollouts.map(rollout => [rollout.uid, rollout]));
  const present = new Set(after.rollouts.map(({ uid }) => uid));
  return [
    ...before.rollouts
      .filter(({ uid }) => !present.has(uid))
      .map(({ uid }) => ({ type: 'removed' as const, environment, uid })),
    ...after.rollouts
      .filter(rollout => !isDeepStrictEqual(known.get(rollout.uid), rollout))
      .map(rollout => ({ type: 'rollout' as const, environment, rollout })),
  ];
}
