export { findMainContainer, getMainContainer } from './getMainContainer';
export type {
  DeploymentObject,
  PodObject,
  PodTemplateObject,
  ReplicaSetObject,
} from './objects';
export type { Wire } from './Wire';
export {
  readDeployment,
  readReplicaSets,
  toDeploymentRequest,
} from './readWorkload';
export { readOwnedWorkload, readPods } from './readOwned';
export type { OwnedWorkload } from './readOwned';
