import { ClusterDeniedError } from '@eks-deploy/backstage-plugin-eks-deploy-node';

/** Whether the cluster knows who asks and refuses it, which a sign-in that fails doesn't say. */
export function isRightMissing(error: unknown): boolean {
  return error instanceof ClusterDeniedError && error.refused === 'right';
}
