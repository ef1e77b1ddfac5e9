export { createGroupDirectory } from './createGroupDirectory';
export { createTargetResolver } from './createTargetResolver';
export { getTargetIdentity } from './getTargetIdentity';
export { matchesPattern } from './matchesPattern';
export { readPortalNamespace } from './readPortalNamespace';
export { toTargetError } from './TargetProblem';
export type { TargetProblem } from './TargetProblem';
export type {
  DeployTarget,
  DeployWorkflow,
  RefusedTarget,
  Repository,
  TargetResolver,
} from './DeployTarget';
