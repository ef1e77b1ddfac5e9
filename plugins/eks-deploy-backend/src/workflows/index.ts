export { createDeployInputs } from './createDeployInputs';
export { getWorkflowRunOutcome } from './getWorkflowRunOutcome';
