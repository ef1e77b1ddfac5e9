import type { RolloutStrategy } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentObject } from '../../workloads';

type Spec = NonNullable<DeploymentObject['spec']>;

// What the API server fills in.
const DEFAULT_SHARE = '25%';

/**
 * How a Deployment replaces its pods, with the numbers that its controller counts with.
 *
 * As `ResolveFenceposts` of Kubernetes does: a share of the surge is rounded up, one of the unavailable pods down, and
 * where both are 0 one pod may be unavailable, or nothing would ever move.
 */
export function toStrategy(spec: Spec | undefined): RolloutStrategy {
  const { type, rollingUpdate } = spec?.strategy ?? {};
  if (type === 'Recreate') {
    return { type };
  }
  const desired = spec?.replicas ?? 1;
  const { maxSurge = DEFAULT_SHARE, maxUnavailable = DEFAULT_SHARE } =
    rollingUpdate ?? {};
  const surge = resolve(maxSurge, desired, Math.ceil);
  const unavailable = resolve(maxUnavailable, desired, Math.floor);
  return {
    type: 'RollingUpdate',
    maxSurge: surge,
    maxUnavailable: Math.min(
      surge === 0 && unavailable === 0 ? 1 : unavailable,
      desired,
    ),
  };
}

/** A number of pods, or a share of the desired ones; the API server lets nothing else pass. */
function resolve(
  value: string | number,
  desired: number,
  round: (pods: number) => number,
): number {
  if (typeof value === 'number') {
    return value;
  }
  const share = /^\d{1,4}%$/.test(value) ? Number(value.slice(0, -1)) : 0;
  return round((share * desired) / 100);
}
