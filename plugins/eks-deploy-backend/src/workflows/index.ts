export { createDeployInputs } from './createDeployInputs';
export { findFailedJob, getWorkflowRunOutcome } from './getWorkflowRunOutcome';
export type { WorkflowRunEnd } from './getWorkflowRunOutcome';
