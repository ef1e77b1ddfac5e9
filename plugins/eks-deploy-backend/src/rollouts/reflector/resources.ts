import type { V1Pod } from '@kubernetes/client-node';
import type { DeploymentObject, ReplicaSetObject, Wire } from '../../workloads';
import {
  toDeploymentRow,
  toPodRow,
  toReplicaSetRow,
  type DeploymentRow,
  type PodRow,
  type ReplicaSetRow,
  type Row,
} from '../rows';

/** A kind of object to follow, and what to keep of each. */
export interface Resource<Item, Kept extends Row> {
  plural: string;
  toPath(namespace: string): string;
  toRow(object: Item): Kept;
}

export const deployments: Resource<DeploymentObject, DeploymentRow> = {
  plural: 'deployments',
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/deployments`,
  toRow: toDeploymentRow,
};

export const replicaSets: Resource<ReplicaSetObject, ReplicaSetRow> = {
  plural: 'replicasets',
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/replicasets`,
  toRow: toReplicaSetRow,
};

/** All of the namespace's: nothing but the ReplicaSet's uid tells reliably which pods are a component's. */
export const pods: Resource<Wire<V1Pod>, PodRow> = {
  plural: 'pods',
  toPath: namespace => `/api/v1/namespaces/${namespace}/pods`,
  toRow: toPodRow,
};
