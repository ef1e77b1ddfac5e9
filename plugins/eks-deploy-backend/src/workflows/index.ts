export { createDeployInputs } from './createDeployInputs';
export type { DeployInputs } from './createDeployInputs';
export { getWorkflowRunOutcome } from './getWorkflowRunOutcome';
