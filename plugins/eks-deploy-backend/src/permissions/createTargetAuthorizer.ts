import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type RESOURCE_TYPE_DEPLOY_TARGET,
  stringifyTargetRef,
  type TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Lets a request pass that the permission framework allows on a DeployTarget.
 *
 * @throws NotAllowedError on any answer other than ALLOW.
 */
export type TargetAuthorizer = (
  permission: ResourcePermission<typeof RESOURCE_TYPE_DEPLOY_TARGET>,
  ref: TargetRef,
  options: { credentials: BackstageCredentials },
) => Promise<void>;

export function createTargetAuthorizer(deps: {
  permissions: PermissionsService;
}): TargetAuthorizer {
  return async (permission, ref, { credentials }) => {
    const resourceRef = stringifyTargetRef(ref);
    const [decision] = await deps.permissions.authorize(
      [{ permission, resourceRef }],
      { credentials },
    );
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} on ${resourceRef}; ask the component's owner or an operator of the portal`,
      );
    }
  };
}
