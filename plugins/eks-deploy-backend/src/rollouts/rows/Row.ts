import type {
  ContainerImage,
  RolloutStrategy,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What is kept of any object. */
export interface Row {
  uid: string;
  name: string;
}

/** What is kept of a Workload of any kind. */
export interface WorkloadRow extends Row {
  kubernetesId?: string;
  tier?: string;
  changeCause?: string;
  createdAt: string;
  images: ContainerImage[];
  generation: number;
  observedGeneration: number;
  desired: number;
  total: number;
  updated: number;
  ready: number;
  available: number;
  /** How many seconds a pod has to be ready until it counts as available. */
  minReadySeconds: number;
}

/** What is kept of a Deployment. */
export interface DeploymentRow extends WorkloadRow {
  /** 0 until the controller has set it. */
  revision: number;
  paused: boolean;
  /** Seconds without progress after which its rollout fails; undefined if it never does. */
  progressDeadlineSeconds?: number;
  strategy: RolloutStrategy;
  /** How many earlier Revisions it keeps. */
  historyLimit: number;
  conditions: ConditionRow[];
  /** Its manifest sets a number of replicas. */
  replicasInManifest: boolean;
  /** Equal for equal pod templates. */
  template: string;
}

/** What is kept of a ReplicaSet. */
export interface ReplicaSetRow extends Row {
  /** The uid of the Deployment or Argo Rollout that controls it. */
  controller?: string;
  /** By which an Argo Rollout names it. */
  hash?: string;
  revision: number;
  changeCause?: string;
  createdAt: string;
  images: ContainerImage[];
  /** It was current under an earlier number before, so that its creation says nothing of its age. */
  reused: boolean;
  /** When the number of its replicas was last written, as far as its managed fields say. */
  scaledAt?: string;
  /** Pods it has now. */
  replicas: number;
  /** Those of them that are available. */
  available: number;
  /** Why its pods can't be created. */
  failure?: ConditionRow;
  /** Equal for equal pod templates, the controller's hash label aside. */
  template: string;
}

/** What is kept of a Pod. */
export interface PodRow extends Row {
  /** The uid of the ReplicaSet, StatefulSet or DaemonSet that controls it. */
  controller?: string;
  createdAt: string;
  phase: string;
  /** Why it is in that phase as a whole, e.g. Evicted or NodeLost. */
  reason?: string;
  message?: string;
  node?: string;
  terminating: boolean;
  /** When its grace ends, if it is terminating. */
  terminatesBy?: string;
  /** It was ready before; a pod that is ready now, or that has never been, is not. */
  wasReady: boolean;
  /** Types of the conditions that its readiness waits for besides its containers. */
  gates: string[];
  /** Since when its containers are ready, of a pod with readiness gates. */
  containersReadyAt?: string;
  conditions: ConditionRow[];
  containers: ContainerRow[];
}

/** A condition of an object. */
export interface ConditionRow {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  since?: string;
}

/** The state of a container of a Pod. */
export interface ContainerRow {
  name: string;
  /** It has to end before the pod's own containers start. */
  init: boolean;
  /** An init container that goes on running beside the pod's own containers. */
  sidecar?: boolean;
  ready: boolean;
  restarts: number;
  running: boolean;
  /** When its present run began. */
  startedAt?: string;
  /** It runs, and its startup probe has not succeeded. */
  starting?: boolean;
  /** The reference that it was started from, and the digest of what the node then found. */
  image?: string;
  digest?: string;
  waiting?: { reason?: string; message?: string };
  terminated?: TerminationRow;
  /** How it ended the last time, when it runs or waits again. */
  lastTerminated?: TerminationRow;
}

/** How a container ended. */
export interface TerminationRow {
  reason?: string;
  exitCode: number;
  startedAt?: string;
  finishedAt?: string;
}
