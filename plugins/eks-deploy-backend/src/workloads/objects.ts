import type {
  V1Deployment,
  V1DeploymentCondition,
  V1LabelSelector,
  V1ObjectMeta,
  V1Pod,
  V1PodTemplateSpec,
  V1ReplicaSet,
} from '@kubernetes/client-node';
import type { Wire } from './Wire';

/** A Deployment as the Kubernetes API sends it: commands need all of it, where viewers need a row. */
export type DeploymentObject = Wire<V1Deployment>;

/** A ReplicaSet as the Kubernetes API sends it. */
export type ReplicaSetObject = Wire<V1ReplicaSet>;

/** A Rollout of argoproj.io as the Kubernetes API sends it, as far as it is read. */
export interface ArgoRolloutObject {
  metadata?: Wire<V1ObjectMeta>;
  spec?: {
    replicas?: number;
    paused?: boolean;
    restartAt?: string;
    minReadySeconds?: number;
    progressDeadlineSeconds?: number;
    selector?: Wire<V1LabelSelector>;
    template?: PodTemplateObject;
    /** Whose pod template it takes. */
    workloadRef?: { kind?: string; name?: string };
    strategy?: {
      canary?: { steps?: ArgoCanaryStep[]; trafficRouting?: object };
      blueGreen?: {
        autoPromotionEnabled?: boolean;
        autoPromotionSeconds?: number;
      };
    };
  };
  status?: ArgoRolloutStatus;
}

/** A step of a canary; of the many kinds only those that are told of. */
export interface ArgoCanaryStep {
  setWeight?: number;
  /** Seconds, or a duration as Go writes it; until somebody promotes it when absent. */
  pause?: { duration?: number | string };
}

/** What the controller of Argo Rollouts writes. */
export interface ArgoRolloutStatus {
  /** Healthy, Progressing, Paused or Degraded. */
  phase?: string;
  message?: string;
  /** A number as text; controllers before 0.10 wrote a hash. */
  observedGeneration?: string;
  replicas?: number;
  updatedReplicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
  abort?: boolean;
  controllerPause?: boolean;
  pauseConditions?: Array<{ reason: string; startTime?: string }>;
  restartedAt?: string;
  currentPodHash?: string;
  stableRS?: string;
  currentStepIndex?: number;
  conditions?: Array<Wire<V1DeploymentCondition>>;
  canary?: {
    weights?: { canary?: { weight?: number } };
    currentStepAnalysisRunStatus?: ArgoAnalysisStatus;
    currentBackgroundAnalysisRunStatus?: ArgoAnalysisStatus;
  };
  blueGreen?: {
    activeSelector?: string;
    prePromotionAnalysisRunStatus?: ArgoAnalysisStatus;
    postPromotionAnalysisRunStatus?: ArgoAnalysisStatus;
  };
}

/** How far an analysis is. */
export interface ArgoAnalysisStatus {
  status: string;
  message?: string;
}

/** What pods are made from. */
export type PodTemplateObject = Wire<V1PodTemplateSpec>;

/** A Pod as the Kubernetes API sends it. */
export type PodObject = Wire<V1Pod>;
