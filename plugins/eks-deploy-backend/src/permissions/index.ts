export {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './conditions';
export { createTargetAuthorizer } from './createTargetAuthorizer';
export type { TargetAuthorizer } from './createTargetAuthorizer';
export { registerDeployTargetResources } from './registerDeployTargetResources';
