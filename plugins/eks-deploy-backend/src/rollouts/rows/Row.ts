import type { ContainerImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** What is kept of any object. */
export interface Row {
  uid: string;
  name: string;
}

/** What is kept of a Deployment. */
export interface DeploymentRow extends Row {
  kubernetesId?: string;
  tier?: string;
  /** 0 until the controller has set it. */
  revision: number;
  changeCause?: string;
  createdAt: string;
  images: ContainerImage[];
  paused: boolean;
  /** How many earlier Revisions it keeps. */
  historyLimit: number;
  generation: number;
  observedGeneration: number;
  desired: number;
  total: number;
  updated: number;
  ready: number;
  available: number;
  conditions: ConditionRow[];
  /** Equal for equal pod templates. */
  template: string;
}

/** What is kept of a ReplicaSet. */
export interface ReplicaSetRow extends Row {
  /** The uid of the Deployment that controls it. */
  controller?: string;
  revision: number;
  changeCause?: string;
  createdAt: string;
  images: ContainerImage[];
  /** Pods it has now. */
  replicas: number;
  /** Equal for equal pod templates, the controller's hash label aside. */
  template: string;
}

/** What is kept of a Pod. */
export interface PodRow extends Row {
  /** The uid of the ReplicaSet that controls it. */
  controller?: string;
  createdAt: string;
  phase: string;
  terminating: boolean;
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
  init: boolean;
  ready: boolean;
  restarts: number;
  running: boolean;
  waiting?: { reason?: string; message?: string };
  terminated?: TerminationRow;
  /** How it ended the last time, when it runs or waits again. */
  lastTerminated?: TerminationRow;
}

/** How a container ended. */
export interface TerminationRow {
  reason?: string;
  exitCode: number;
  finishedAt?: string;
}
