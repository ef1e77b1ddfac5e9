import type { RolloutPhase } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What `kubectl argo rollouts status` says where we have this phase; it has four words for our eight. */
export const argoVerdicts: Record<RolloutPhase, RegExp> = {
  pending: /^Progressing - waiting for rollout (spec update|to unpause)/,
  progressing: /^Progressing - (?!waiting for rollout)/,
  paused: /^Paused - /,
  complete: /^Healthy$/m,
  stopped: /^Healthy$/m,
  // What became unavailable after its success goes on, to Argo.
  degraded: /^Progressing - updated replicas are still becoming available/,
  failed: /^Degraded$/m,
  aborted: /^Degraded$/m,
};
