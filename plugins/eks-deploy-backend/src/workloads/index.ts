export { getMainContainer } from './getMainContainer';
export type {
  DeploymentObject,
  PodTemplateObject,
  ReplicaSetObject,
} from './objects';
export type { Wire } from './Wire';
export {
  readDeployment,
  readReplicaSets,
  toDeploymentRequest,
} from './readWorkload';
