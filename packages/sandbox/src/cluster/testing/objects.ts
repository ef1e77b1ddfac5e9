import type { Deployment, Pod, ReplicaSet } from '../objects';

/** A Deployment as the API server keeps it; say only what differs. */
export function aDeployment(
  spec: Partial<Deployment['spec']> = {},
  more: Partial<Pick<Deployment, 'status'>> & {
    annotations?: Record<string, string>;
  } = {},
): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'chat',
      namespace: 'chat',
      uid: 'deployment-uid',
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: more.annotations,
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'chat' } },
      template: aTemplate(),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...spec,
    },
    status: more.status ?? {},
  };
}

/** A pod template of one container. */
export function aTemplate(image = 'example.com/chat:1') {
  return {
    metadata: { labels: { app: 'chat' } },
    spec: { containers: [{ name: 'app', image }] },
  };
}

/** A ReplicaSet with all its replicas available unless said otherwise. */
export function aReplicaSet(
  name: string,
  replicas: number,
  more: {
    available?: number;
    createdAt?: string;
    image?: string;
    annotations?: Record<string, string>;
  } = {},
): ReplicaSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: 'chat',
      uid: `${name}-uid`,
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: more.createdAt ?? '2026-01-01T00:00:00Z',
      annotations: more.annotations,
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'chat' } },
      template: aTemplate(more.image),
    },
    status: {
      replicas,
      availableReplicas: more.available ?? replicas,
      readyReplicas: more.available ?? replicas,
      observedGeneration: 1,
    },
  };
}

/** A running, ready pod unless said otherwise. */
export function aPod(
  name: string,
  more: {
    ready?: boolean;
    readySince?: string;
    phase?: Pod['status']['phase'];
    node?: string;
    image?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    restarts?: number;
  } = {},
): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'chat',
      uid: `${name}-uid`,
      resourceVersion: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: more.annotations,
      labels: more.labels,
    },
    spec: {
      nodeName: more.node,
      containers: [{ name: 'app', image: more.image ?? 'example.com/chat:1' }],
    },
    status: {
      phase: more.phase ?? 'Running',
      conditions: [
        {
          type: 'Ready',
          status: more.ready === false ? 'False' : 'True',
          lastTransitionTime: more.readySince ?? '2026-01-01T00:00:00Z',
        },
      ],
      containerStatuses: [
        {
          name: 'app',
          image: 'example.com/chat:1',
          imageID: '',
          ready: more.ready !== false,
          restartCount: more.restarts ?? 0,
          state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
          lastState: {},
        },
      ],
    },
  };
}
