import { CustomErrorBase } from '@backstage/errors';
import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ReflectorState } from './ReflectorState';

/** What a failed LIST or WATCH makes of a state; rows seen before are stale, not gone. */
export function toFailedState(
  { observedAt }: ReflectorState,
  error: unknown,
  cluster: string,
): ReflectorState {
  if (error instanceof ClusterDeniedError) {
    return {
      state: 'denied',
      observedAt,
      problem: {
        message: `Cluster '${cluster}' refuses the portal's role`,
        remedy:
          'let the operator give it rights to list and watch deployments, replicasets and pods (RBAC or an EKS access entry)',
      },
    };
  }
  return {
    state: observedAt ? 'stale' : 'unreachable',
    observedAt,
    problem: {
      // Any other error's text is not meant for users.
      message:
        error instanceof CustomErrorBase
          ? error.message
          : `Cluster '${cluster}' can't be reached`,
      remedy:
        'it is retried by itself; if it stays, let the operator check the cluster and its entry in the Kubernetes plugin',
    },
  };
}
