import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Something that is not as it should be, and may be the cause of a Rollout's trouble. */
export interface Finding extends RolloutCause {
  /** Every pod is like that for a while after its start: it explains nothing as long as the Rollout moves. */
  passing?: boolean;
}
