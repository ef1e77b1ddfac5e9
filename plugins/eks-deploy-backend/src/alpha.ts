/**
 * What a permission policy needs to put conditions on Rollout permissions.
 *
 * @packageDocumentation
 */
export {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './permissions';
