import type {
  ConditionRow,
  ContainerRow,
  DeploymentRow,
  PodRow,
  ReplicaSetRow,
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
    replicas: 3,
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
  status: 'True' | 'False',
  differs: Partial<ConditionRow> = {},
): ConditionRow {
  return { type, status, since: '2026-01-02T00:00:00Z', ...differs };
}
