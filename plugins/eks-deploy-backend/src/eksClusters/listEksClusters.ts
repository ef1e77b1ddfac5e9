import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotImplementedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  eksClusterListPermission,
  type EksCluster,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EksClusterLister } from '@eks-deploy/backstage-plugin-eks-deploy-node';

/**
 * The EKS clusters of the configured account and region.
 *
 * @throws NotAllowedError without the permission, NotImplementedError when no region is configured.
 */
export async function listEksClusters(
  deps: { permissions: PermissionsService; eksClusters?: EksClusterLister },
  options: { credentials: BackstageCredentials },
): Promise<EksCluster[]> {
  const [decision] = await deps.permissions.authorize(
    [{ permission: eksClusterListPermission }],
    options,
  );
  if (decision?.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You lack the permission ${eksClusterListPermission.name}; ask an operator of the portal`,
    );
  }
  if (!deps.eksClusters) {
    throw new NotImplementedError(
      'EKS clusters are not listed: let the operator set eksDeploy.aws.region',
    );
  }
  return deps.eksClusters.list();
}
