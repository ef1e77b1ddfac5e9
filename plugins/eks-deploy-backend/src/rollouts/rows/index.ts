export type * from './Row';
export { toDeploymentRow } from './toDeploymentRow';
export { toPodRow } from './toPodRow';
export { toReplicaSetRow } from './toReplicaSetRow';
