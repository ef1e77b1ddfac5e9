import { nodeStates } from './nodeStates';
import { podStates } from './podStates';
import { progressStates } from './progressStates';

/** Every state of a Deployment's Rollout. */
export const deploymentStates = [
  ...progressStates,
  ...podStates,
  ...nodeStates,
];
