import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Something that is not as it should be, and may be the cause of a Rollout's trouble. */
export interface Finding extends RolloutCause {
  /** Every pod is like that for a while after its start: it explains nothing as long as the Rollout moves. */
  transient?: boolean;
  /** Of an earlier Revision: it explains less than anything of the newest one. */
  earlier?: boolean;
  /** Its container failed, and is down or has not run for long enough since. */
  unstable?: boolean;
  /** It failed and runs again: when it counts as stable, in milliseconds since the epoch. */
  stableAt?: number;
  /** It failed again after it had recovered. */
  flapping?: boolean;
}
