import type {
  V1Deployment,
  V1Pod,
  V1PodTemplateSpec,
  V1ReplicaSet,
} from '@kubernetes/client-node';
import type { Wire } from './Wire';

/** A Deployment as the Kubernetes API sends it: commands need all of it, where viewers need a row. */
export type DeploymentObject = Wire<V1Deployment>;

/** A ReplicaSet as the Kubernetes API sends it. */
export type ReplicaSetObject = Wire<V1ReplicaSet>;

/** What pods are made from. */
export type PodTemplateObject = Wire<V1PodTemplateSpec>;

/** A Pod as the Kubernetes API sends it. */
export type PodObject = Wire<V1Pod>;
