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

type TargetPermission = ResourcePermission<typeof RESOURCE_TYPE_DEPLOY_TARGET>;

/** Asks the permission framework about DeployTargets; any answer other than ALLOW is a refusal. */
export interface TargetAuthorizer {
  /** @throws NotAllowedError if it is refused. */
  authorize(
    permission: TargetPermission,
    ref: TargetRef,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
  /** What `authorize` would throw for each of the targets, undefined where it would not; asked for by one call. */
  findRefusals(
    permission: TargetPermission,
    refs: TargetRef[],
    options: { credentials: BackstageCredentials },
  ): Promise<Array<NotAllowedError | undefined>>;
}

export function createTargetAuthorizer(deps: {
  permissions: PermissionsService;
}): TargetAuthorizer {
  const findRefusals: TargetAuthorizer['findRefusals'] = async (
    permission,
    refs,
    { credentials },
  ) => {
    const requests = refs.map(ref => ({
      permission,
      resourceRef: stringifyTargetRef(ref),
    }));
    const decisions =
      requests.length > 0
        ? await deps.permissions.authorize(requests, { credentials })
        : [];
    return requests.map(({ resourceRef }, index) =>
      decisions[index]?.result === AuthorizeResult.ALLOW
        ? undefined
        : new NotAllowedError(
            `You lack the permission ${permission.name} on ${resourceRef}; ask the component's owner or an operator of the portal`,
          ),
    );
  };

  return {
    findRefusals,
    async authorize(permission, ref, options) {
      const [refusal] = await findRefusals(permission, [ref], options);
      if (refusal) {
        throw refusal;
      }
    },
  };
}
