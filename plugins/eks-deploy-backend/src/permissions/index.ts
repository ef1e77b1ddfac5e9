export {
  createDeployTargetConditionalDecision,
  deployTargetConditions,
} from './conditions';
export { createTargetAuthorizer } from './createTargetAuthorizer';
export type { TargetAuthorizer } from './createTargetAuthorizer';
export type { DeployTargetFilter } from './deployTargetResource';
export { registerDeployTargetResources } from './registerDeployTargetResources';
export { toRecheckEnd } from './toRecheckEnd';
export type { RecheckEnd } from './toRecheckEnd';
export { warnOfOpenPermissions } from './warnOfOpenPermissions';
