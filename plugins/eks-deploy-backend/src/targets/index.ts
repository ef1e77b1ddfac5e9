export { createTargetResolver } from './createTargetResolver';
export type {
  DeployTarget,
  RefusedTarget,
  Repository,
  TargetResolver,
} from './DeployTarget';
