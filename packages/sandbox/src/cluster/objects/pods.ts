import type { Condition, KubeObject } from './meta';

/** A container of a pod template. */
export interface Container {
  name: string;
  image: string;
  imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  ports?: { name?: string; containerPort: number; protocol?: string }[];
  readinessProbe?: {
    httpGet?: { path?: string; port: number | string };
    [field: string]: unknown;
  };
  lifecycle?: { preStop?: unknown };
  [field: string]: unknown;
}

/** The part of a pod spec that the scheduler and the kubelet read. */
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  nodeName?: string;
  nodeSelector?: Record<string, string>;
  affinity?: {
    nodeAffinity?: {
      preferredDuringSchedulingIgnoredDuringExecution?: {
        weight: number;
        preference: { matchExpressions?: NodeSelectorTerm[] };
      }[];
      requiredDuringSchedulingIgnoredDuringExecution?: {
        nodeSelectorTerms: { matchExpressions?: NodeSelectorTerm[] }[];
      };
    };
    [field: string]: unknown;
  };
  restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  terminationGracePeriodSeconds?: number;
  readinessGates?: { conditionType: string }[];
  [field: string]: unknown;
}

/** One requirement on a node's labels. */
export interface NodeSelectorTerm {
  key: string;
  operator: string;
  values?: string[];
}

/** One of the three states of a container. */
export interface ContainerState {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: {
    exitCode: number;
    reason: string;
    startedAt: string;
    finishedAt: string;
    containerID?: string;
  };
}

/** What the kubelet reports of one container. */
export interface ContainerStatus {
  name: string;
  image: string;
  imageID: string;
  containerID?: string;
  ready: boolean;
  started?: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: ContainerState;
}

/** `v1` Pod. */
export interface Pod extends KubeObject {
  spec: PodSpec;
  status: {
    phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
    reason?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
    hostIP?: string;
    podIP?: string;
    podIPs?: { ip: string }[];
    hostIPs?: { ip: string }[];
    startTime?: string;
    qosClass?: string;
  };
}

/** The `Ready` condition of a pod is True. */
export function isReady(pod: Pod): boolean {
  return readyCondition(pod)?.status === 'True';
}

/**
 * Ready for at least `minReadySeconds`; `now` is in milliseconds.
 * A Pod's Ready time has a resolution of one second, as the real one has.
 */
export function isAvailable(
  pod: Pod,
  minReadySeconds: number,
  now: number,
): boolean {
  const condition = readyCondition(pod);
  if (condition?.status !== 'True') return false;
  if (minReadySeconds === 0) return true;
  const since = Date.parse(condition.lastTransitionTime ?? '');
  return since + minReadySeconds * 1000 <= now;
}

/** None of its containers will run again. */
export function isFinished({ status }: Pod): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

/** Neither finished nor on its way out. */
export function isActive(pod: Pod): boolean {
  return !isFinished(pod) && !pod.metadata.deletionTimestamp;
}

function readyCondition(pod: Pod): Condition | undefined {
  return pod.status.conditions?.find(condition => condition.type === 'Ready');
}
