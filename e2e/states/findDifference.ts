import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { getKubectlVerdict, toVerdict, type ExpectedVerdict } from './verdicts';

/** What was told of one Rollout within a moment. */
export interface Look {
  /** By the portal's answers and by the open tab, in their order. */
  told: Array<{
    by: string;
    /** How far it can be trusted. */
    state: string;
    rollout?: { status: RolloutStatus };
  }>;
  kubectl: string;
}

/** In what the portal tells something else than is expected, or than kubectl; undefined if in nothing. */
export function findDifference(
  { told, kubectl }: Look,
  expected: ExpectedVerdict,
): string | undefined {
  const wanted = formatVerdict(expected);
  for (const { by, state, rollout } of told) {
    const found =
      rollout && state === 'live'
        ? formatVerdict(toVerdict(rollout.status))
        : `nothing (${state})`;
    if (found !== wanted) {
      return `${by} tells ${found} where it should tell ${wanted}; kubectl: ${kubectl}`;
    }
    if (rollout && !getKubectlVerdict(rollout.status).test(kubectl)) {
      return `${by} tells ${found}, and kubectl: ${kubectl}`;
    }
  }
  return undefined;
}

/** E.g. `creating, image-pull`. */
export function formatVerdict({ is, cause, note }: ExpectedVerdict): string {
  return [
    is,
    cause ? `cause ${cause}` : 'no cause',
    note ? `note ${note}` : 'no note',
  ].join(', ');
}
