import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  type RESOURCE_TYPE_DEPLOY_TARGET,
  stringifyTargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget, RefusedTarget } from '../targets';
import { deployTargetResourceRef } from './deployTargetResource';

type TargetPermission = ResourcePermission<typeof RESOURCE_TYPE_DEPLOY_TARGET>;

/**
 * Decides whether a caller has a permission on DeployTargets; any answer other than ALLOW denies.
 *
 * @remarks
 * The policy's conditions are applied to the very targets that are passed in, and that the request goes on to use. A
 * target that the permission framework looked up a second time could be another one: whoever may edit the catalog
 * file can change it between the two reads.
 */
export interface TargetAuthorizer {
  /** @throws NotAllowedError if the permission is denied. */
  authorize(
    permission: TargetPermission,
    target: DeployTarget,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
  /**
   * What `authorize` would throw for each of the targets, undefined where it would not; the policy is asked once.
   *
   * @remarks
   * Conditions can't be applied to a refused target. Its reason comes from the entity alone, so only a plain denial keeps it
   * from those who see the entity; owners find out what to correct.
   */
  findRefusals(
    permission: TargetPermission,
    targets: Array<DeployTarget | RefusedTarget>,
    options: { credentials: BackstageCredentials },
  ): Promise<Array<NotAllowedError | undefined>>;
}

/** Needs `registerDeployTargetResources` to have registered the rules. */
export function createTargetAuthorizer(deps: {
  permissions: PermissionsService;
  permissionsRegistry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>;
  logger: LoggerService;
}): TargetAuthorizer {
  const { permissions, permissionsRegistry, logger } = deps;
  const { pluginId, resourceType } = deployTargetResourceRef;
  const meetsConditions = createConditionAuthorizer(
    permissionsRegistry.getPermissionRuleset(deployTargetResourceRef),
  );

  function isAllowed(
    decision: PolicyDecision | undefined,
    target: DeployTarget | RefusedTarget,
  ): boolean {
    if (decision?.result !== AuthorizeResult.CONDITIONAL) {
      return decision?.result === AuthorizeResult.ALLOW;
    }
    if (
      decision.pluginId !== pluginId ||
      decision.resourceType !== resourceType
    ) {
      logger.error(
        `Denied: the permission policy answered with conditions on ${decision.resourceType} of ${decision.pluginId}, which can not be applied to a ${resourceType} of ${pluginId}`,
      );
      return false;
    }
    try {
      return 'problem' in target || meetsConditions(decision, target);
    } catch (error) {
      // An unknown rule, or parameters that its schema rejects.
      logger.error(
        `Denied: the permission policy's conditions can not be applied: ${error}`,
      );
      return false;
    }
  }

  const findRefusals: TargetAuthorizer['findRefusals'] = async (
    permission,
    targets,
    { credentials },
  ) => {
    if (targets.length === 0) {
      return [];
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      {
        credentials,
      },
    );
    return targets.map(target =>
      isAllowed(decision, target)
        ? undefined
        : new NotAllowedError(
            `You lack the permission ${permission.name} on ${stringifyTargetRef(
              target,
            )}; ask the component's owner or an operator of the portal`,
          ),
    );
  };

  return {
    findRefusals,
    async authorize(permission, target, options) {
      const [refusal] = await findRefusals(permission, [target], options);
      if (refusal) {
        throw refusal;
      }
    },
  };
}
