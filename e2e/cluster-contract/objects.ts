/** What behaviours read of objects: of each kind only what one of them is about. */

export interface Metadata {
  name: string;
  uid: string;
  resourceVersion: string;
  generation: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  managedFields?: Array<{
    subresource?: string;
    time?: string;
    fieldsV1?: object;
  }>;
  ownerReferences?: Array<{ kind: string; uid: string; controller?: boolean }>;
}

export interface KubeObject {
  kind?: string;
  metadata: Metadata;
}

export interface List<Item> {
  kind: string;
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
  items: Item[];
}

/** A refusal. */
export interface Status {
  kind: string;
  status: string;
  reason: string;
  message: string;
  code: number;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    causes?: Array<{ reason?: string; message?: string; field?: string }>;
  };
}

export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: ConfigMap & Partial<Pick<Status, 'code' | 'reason' | 'message'>>;
}

export interface ConfigMap extends KubeObject {
  data?: Record<string, string>;
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastUpdateTime?: string;
  lastTransitionTime?: string;
}

export interface Container {
  name: string;
  image: string;
  env?: Array<{ name: string; value?: string }>;
}

export interface Template {
  metadata: {
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: { containers: Container[] };
}

export interface Deployment extends KubeObject {
  spec: {
    replicas: number;
    paused?: boolean;
    progressDeadlineSeconds?: number;
    revisionHistoryLimit?: number;
    strategy?: unknown;
    template: Template;
  };
  status: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    unavailableReplicas?: number;
    conditions?: Condition[];
  };
}

export interface ReplicaSet extends KubeObject {
  spec: { replicas: number; template: Template };
  status: { replicas: number };
}

interface Ended {
  reason: string;
  exitCode: number;
  finishedAt?: string;
}

export interface Pod extends KubeObject {
  spec: { nodeName?: string; containers: Container[] };
  status: {
    phase: string;
    reason?: string;
    conditions?: Condition[];
    containerStatuses?: Array<{
      ready: boolean;
      restartCount: number;
      state: {
        running?: object;
        waiting?: { reason: string; message?: string };
        terminated?: Ended;
      };
      lastState?: { terminated?: Ended };
    }>;
  };
}

export interface Event extends KubeObject {
  type: string;
  reason: string;
  message: string;
  involvedObject: { kind: string; name: string };
}
