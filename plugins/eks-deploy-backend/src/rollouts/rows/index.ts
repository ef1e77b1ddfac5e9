export type * from './Row';
export { toAutoscalerRow, type AutoscalerRow } from './toAutoscalerRow';
export { toDaemonSetRow, type DaemonSetRow } from './toDaemonSetRow';
export { toDeploymentRow } from './toDeploymentRow';
export { toEventRow, type EventRow } from './toEventRow';
export { toIngressRow, type IngressRow } from './toIngressRow';
export { toPodRow } from './toPodRow';
export { toReplicaSetRow } from './toReplicaSetRow';
export { toStatefulSetRow, type StatefulSetRow } from './toStatefulSetRow';
