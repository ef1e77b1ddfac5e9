import type {
  CoreV1Event,
  V1DaemonSet,
  V1Ingress,
  V1Pod,
  V1StatefulSet,
  V2HorizontalPodAutoscaler,
} from '@kubernetes/client-node';
import type {
  ArgoRolloutObject,
  DeploymentObject,
  ReplicaSetObject,
  Wire,
} from '../../workloads';
import {
  toArgoRolloutRow,
  toAutoscalerRow,
  toDaemonSetRow,
  toDeploymentRow,
  toEventRow,
  toIngressRow,
  toPodRow,
  toReplicaSetRow,
  toStatefulSetRow,
  type ArgoRolloutRow,
  type AutoscalerRow,
  type DaemonSetRow,
  type DeploymentRow,
  type EventRow,
  type IngressRow,
  type PodRow,
  type ReplicaSetRow,
  type Row,
  type StatefulSetRow,
} from '../rows';

const BOOKMARKED_MS = 75_000;

/** Most rows that are kept of a kind of object in a namespace. */
export const MOST_ROWS = 10_000;

/** A kind of object to follow, and what to keep of each. */
export interface Resource<Item, Kept extends Row> {
  plural: string;
  toPath(namespace: string): string;
  /** Selects some of them; all by default. */
  query?: Record<string, string>;
  /** Most rows to keep, where that is no problem; `MOST_ROWS` by default, and then more is one. */
  most?: number;
  /**
   * Longest silence of a WATCH before it is opened anew, in milliseconds; just above the minute in which the API server
   * sends a bookmark, where it does.
   */
  idleMs?: number;
  toRow(object: Item): Kept;
}

export const deployments: Resource<DeploymentObject, DeploymentRow> = {
  plural: 'deployments',
  idleMs: BOOKMARKED_MS,
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/deployments`,
  toRow: toDeploymentRow,
};

export const replicaSets: Resource<ReplicaSetObject, ReplicaSetRow> = {
  plural: 'replicasets',
  idleMs: BOOKMARKED_MS,
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/replicasets`,
  toRow: toReplicaSetRow,
};

/** All of the namespace's: nothing but the ReplicaSet's uid tells reliably which pods are a component's. */
export const pods: Resource<Wire<V1Pod>, PodRow> = {
  plural: 'pods',
  idleMs: BOOKMARKED_MS,
  toPath: namespace => `/api/v1/namespaces/${namespace}/pods`,
  toRow: toPodRow,
};

/**
 * Normal events tell of what went well, and are by far the most. A cluster forgets events after an hour. No
 * bookmarks come of them.
 */
export const warnings: Resource<Wire<CoreV1Event>, EventRow> = {
  plural: 'events',
  toPath: namespace => `/api/v1/namespaces/${namespace}/events`,
  query: { fieldSelector: 'type=Warning' },
  most: 2_000,
  toRow: toEventRow,
};

export const autoscalers: Resource<
  Wire<V2HorizontalPodAutoscaler>,
  AutoscalerRow
> = {
  plural: 'horizontalpodautoscalers',
  idleMs: BOOKMARKED_MS,
  toPath: namespace =>
    `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`,
  toRow: toAutoscalerRow,
};

export const ingresses: Resource<Wire<V1Ingress>, IngressRow> = {
  plural: 'ingresses',
  idleMs: BOOKMARKED_MS,
  toPath: namespace =>
    `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
  toRow: toIngressRow,
};

export const statefulSets: Resource<Wire<V1StatefulSet>, StatefulSetRow> = {
  plural: 'statefulsets',
  idleMs: BOOKMARKED_MS,
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/statefulsets`,
  toRow: toStatefulSetRow,
};

export const daemonSets: Resource<Wire<V1DaemonSet>, DaemonSetRow> = {
  plural: 'daemonsets',
  idleMs: BOOKMARKED_MS,
  toPath: namespace => `/apis/apps/v1/namespaces/${namespace}/daemonsets`,
  toRow: toDaemonSetRow,
};

/** Served where somebody has installed Argo Rollouts. */
export const argoRollouts: Resource<ArgoRolloutObject, ArgoRolloutRow> = {
  plural: 'rollouts',
  idleMs: BOOKMARKED_MS,
  toPath: namespace =>
    `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
  toRow: toArgoRolloutRow,
};
