import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What it never says. */
const NOTHING = /(?!)/;

/** What `kubectl rollout status` says of a Deployment. */
const VERDICTS = {
  pending: /^Waiting for deployment spec update to be observed/,
  failed: /exceeded its progress deadline/,
  creating: /new replicas have been updated/,
  terminating: /old replicas are pending termination/,
  'awaiting-availability': /updated replicas are available/,
  complete: /successfully rolled out/,
  // Only Argo Rollouts are promoted or aborted.
  promoting: NOTHING,
  aborted: NOTHING,
};

/** kubectl looks at no pause: where a Deployment is paused it says whatever its counts say. */
const ANY_COUNTS = new RegExp(
  [
    VERDICTS.creating,
    VERDICTS.terminating,
    VERDICTS['awaiting-availability'],
    VERDICTS.complete,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const DEGRADED = new RegExp(
  [VERDICTS.creating, VERDICTS['awaiting-availability'], VERDICTS.complete]
    .map(({ source }) => source)
    .join('|'),
);

/** What kubectl has to say where we have this verdict. */
export function getKubectlVerdict({
  phase,
  step,
}: Pick<RolloutStatus, 'phase' | 'step'>): RegExp {
  switch (phase) {
    case 'paused':
      return ANY_COUNTS;
    // kubectl takes what failed after its success for going on, and for a success as soon as every pod is available.
    case 'degraded':
      return DEGRADED;
    case 'progressing':
      return VERDICTS[step ?? 'complete'];
    case 'stopped':
      return VERDICTS.complete;
    default:
      return VERDICTS[phase];
  }
}
