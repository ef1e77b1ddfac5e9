export type * from './Row';
export type { Wire } from './Wire';
export { toDeploymentRow } from './toDeploymentRow';
export { toPodRow } from './toPodRow';
export { toReplicaSetRow } from './toReplicaSetRow';
