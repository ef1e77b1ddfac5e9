import type {
  ArgoRolloutRow,
  ConditionRow,
  ContainerRow,
  DaemonSetRow,
  DeploymentRow,
  EventRow,
  PodRow,
  ReplicaSetRow,
  StatefulSetRow,
} from '../rollouts/rows';

/** A Deployment of three pods that are all updated and available; a test states what differs. */
export function aDeployment(
  differs: Partial<DeploymentRow> = {},
): DeploymentRow {
  return {
    uid: 'deployment-1',
    name: 'chat-backend',
    kubernetesId: 'chat',
    tier: 'backend',
    revision: 2,
    createdAt: '2026-01-01T00:00:00Z',
    images: [{ container: 'app', image: 'registry.example.com/chat:2' }],
    paused: false,
    minReadySeconds: 0,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 },
    replicasInManifest: false,
    historyLimit: 10,
    generation: 4,
    observedGeneration: 4,
    desired: 3,
    total: 3,
    updated: 3,
    ready: 3,
    available: 3,
    conditions: [
      aCondition('Available', 'True', { reason: 'MinimumReplicasAvailable' }),
      aCondition('Progressing', 'True', { reason: 'NewReplicaSetAvailable' }),
    ],
    template: 'template-2',
    ...differs,
  };
}

/** The ReplicaSet of the Deployment's own template. */
export function aReplicaSet(
  differs: Partial<ReplicaSetRow> = {},
): ReplicaSetRow {
  return {
    uid: 'replicaset-2',
    name: 'chat-backend-2',
    controller: 'deployment-1',
    revision: 2,
    createdAt: '2026-01-02T00:00:00Z',
    images: [{ container: 'app', image: 'registry.example.com/chat:2' }],
    reused: false,
    replicas: 3,
    available: 3,
    template: 'template-2',
    ...differs,
  };
}

/** A pod of that ReplicaSet, ready. */
export function aPod(differs: Partial<PodRow> = {}): PodRow {
  return {
    uid: 'pod-1',
    name: 'chat-backend-2-abcde',
    controller: 'replicaset-2',
    createdAt: '2026-01-02T00:00:00Z',
    phase: 'Running',
    terminating: false,
    wasReady: false,
    gates: [],
    conditions: [],
    containers: [aContainer()],
    ...differs,
  };
}

/** A container that runs and is ready. */
export function aContainer(differs: Partial<ContainerRow> = {}): ContainerRow {
  return {
    name: 'app',
    init: false,
    ready: true,
    restarts: 0,
    running: true,
    ...differs,
  };
}

export function aCondition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  differs: Partial<ConditionRow> = {},
): ConditionRow {
  return { type, status, since: '2026-01-02T00:00:00Z', ...differs };
}

/** A Warning about that pod, seen twice within a minute. */
export function anEvent(differs: Partial<EventRow> = {}): EventRow {
  return {
    uid: 'event-1',
    name: 'chat-backend-2-abcde.1',
    type: 'Warning',
    reason: 'Unhealthy',
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    about: { kind: 'Pod', name: 'chat-backend-2-abcde', uid: 'pod-1' },
    count: 2,
    firstSeenAt: '2026-01-02T00:00:10Z',
    lastSeenAt: '2026-01-02T00:01:00Z',
    ...differs,
  };
}

/** A StatefulSet of three pods that are all updated and ready. */
export function aStatefulSet(
  differs: Partial<StatefulSetRow> = {},
): StatefulSetRow {
  return {
    ...aWorkload('statefulset-1', 'chat-store'),
    partition: 0,
    onDelete: false,
    currentRevision: 'chat-store-2',
    updateRevision: 'chat-store-2',
    ...differs,
  };
}

/** A DaemonSet on three nodes whose pods are all updated and available. */
export function aDaemonSet(differs: Partial<DaemonSetRow> = {}): DaemonSetRow {
  return {
    ...aWorkload('daemonset-1', 'chat-agent'),
    onDelete: false,
    ...differs,
  };
}

/** An Argo Rollout whose newest Revision is the promoted one; a canary of two steps. */
export function anArgoRollout(
  differs: Partial<ArgoRolloutRow> = {},
): ArgoRolloutRow {
  return {
    ...aWorkload('rollout-1', 'chat-backend'),
    revision: 2,
    phase: 'Healthy',
    conditions: [aCondition('Healthy', 'True', { reason: 'RolloutHealthy' })],
    pauses: [],
    unpausing: false,
    restarting: false,
    newest: 'hash-2',
    stable: 'hash-2',
    strategy: 'canary',
    steps: [{ weight: 20 }, { pauseSeconds: 0 }],
    stepIndex: 2,
    autoPromotionSeconds: 0,
    ...differs,
  };
}

function aWorkload(uid: string, name: string) {
  return {
    uid,
    name,
    kubernetesId: 'chat',
    createdAt: '2026-01-01T00:00:00Z',
    images: [{ container: 'app', image: 'registry.example.com/chat:2' }],
    generation: 2,
    observedGeneration: 2,
    desired: 3,
    total: 3,
    updated: 3,
    ready: 3,
    available: 3,
    minReadySeconds: 0,
  };
}
