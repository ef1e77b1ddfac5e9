import { createConditionExports } from '@backstage/plugin-permission-node';
import { deployTargetResourceRef } from './deployTargetResource';
import { deployTargetRules } from './rules';

const conditionExports = createConditionExports({
  resourceRef: deployTargetResourceRef,
  rules: deployTargetRules,
});

/**
 * The conditions that a permission policy can put on Rollout permissions: `isTargetOwner({ claims })`,
 * `inEnvironment({ environments })` and `onCluster({ clusters })`.
 *
 * @alpha
 */
export const deployTargetConditions = conditionExports.conditions;

/**
 * Makes a policy's conditional answer to a Rollout permission out of {@link deployTargetConditions}.
 *
 * @example
 * ```ts
 * if (isResourcePermission(request.permission, RESOURCE_TYPE_DEPLOY_TARGET)) {
 *   return createDeployTargetConditionalDecision(
 *     request.permission,
 *     deployTargetConditions.isTargetOwner({
 *       claims: ownershipEntityRefs,
 *     }),
 *   );
 * }
 * ```
 *
 * @alpha
 */
export const createDeployTargetConditionalDecision =
  conditionExports.createConditionalDecision;
