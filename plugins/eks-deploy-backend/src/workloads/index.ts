export { findServingImages } from './findServingImages';
export { findMainContainer, getMainContainer } from './getMainContainer';
export type {
  ArgoCanaryStep,
  ArgoRolloutObject,
  DeploymentObject,
  PodObject,
  PodTemplateObject,
  ReplicaSetObject,
} from './objects';
export { runForCaller } from './callers';
export { limitLists } from './limitLists';
export { listAll } from './listAll';
export { findArgoRollout, listArgoRollouts } from './listArgoRollouts';
export type { Wire } from './Wire';
export {
  readDeployment,
  readReplicaSets,
  toDeploymentRequest,
} from './readWorkload';
export { readOwnedWorkload, readPods } from './readOwned';
export type { OwnedWorkload } from './readOwned';
export { isRightMissing } from './isRightMissing';
