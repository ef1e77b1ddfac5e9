/**
 * What a permission policy needs to put conditions on Rollout permissions.
 *
 * @packageDocumentation
 */
export {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './permissions';
export type { DeployTargetFilter } from './permissions';
export type {
  DeployTarget,
  DeployWorkflow,
  Repository,
  TargetProblem,
} from './targets';
