import type { FakeCluster, FakeObject } from './FakeCluster';

const APPS = '/apis/apps/v1';
const CREATED = '2026-01-01T00:00:00Z';

/** Where the kinds of a namespace are, by their names in the API. */
export function collectionsOf(namespace: string) {
  const core = `/api/v1/namespaces/${namespace}`;
  const apps = `${APPS}/namespaces/${namespace}`;
  return {
    deployments: `${apps}/deployments`,
    replicaSets: `${apps}/replicasets`,
    statefulSets: `${apps}/statefulsets`,
    daemonSets: `${apps}/daemonsets`,
    pods: `${core}/pods`,
    events: `${core}/events`,
    autoscalers: `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`,
    ingresses: `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
    argoRollouts: `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
  };
}

/** What is hostile about an object, laid over a quiet one. */
export interface Overlay {
  annotations?: Record<string, string>;
  spec?: object;
  status?: object;
  template?: object;
}

function labelsOf(id: string) {
  return {
    'backstage.io/kubernetes-id': id,
    'app.kubernetes.io/component': 'backend',
    app: id,
  };
}

function templateOf(id: string, image = 'registry.example.com/app:1') {
  return {
    metadata: { labels: labelsOf(id) },
    spec: { containers: [{ name: 'app', image }] },
  };
}

export function aFakeDeployment(id: string, overlay: Overlay = {}): FakeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: id,
      uid: `${id}-deployment`,
      generation: 1,
      creationTimestamp: CREATED,
      labels: labelsOf(id),
      annotations: {
        'deployment.kubernetes.io/revision': '2',
        ...overlay.annotations,
      },
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: id } },
      template: overlay.template ?? templateOf(id),
      ...overlay.spec,
    },
    status: {
      observedGeneration: 1,
      replicas: 1,
      updatedReplicas: 1,
      readyReplicas: 0,
      availableReplicas: 0,
      ...overlay.status,
    },
  };
}

export function aFakeReplicaSet(
  id: string,
  revision: number,
  overlay: Overlay = {},
): FakeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${id}-${revision}`,
      uid: `${id}-replicaset-${revision}`,
      generation: 1,
      creationTimestamp: CREATED,
      labels: { ...labelsOf(id), 'pod-template-hash': String(revision) },
      annotations: {
        'deployment.kubernetes.io/revision': String(revision),
        ...overlay.annotations,
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: id,
          uid: `${id}-deployment`,
          controller: true,
        },
      ],
    },
    spec: {
      replicas: revision === 2 ? 1 : 0,
      selector: { matchLabels: { app: id } },
      template: overlay.template ?? templateOf(id),
    },
    status: { replicas: revision === 2 ? 1 : 0 },
  };
}

export function aFakePod(
  id: string,
  name: string,
  overlay: Overlay = {},
): FakeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      uid: `${name}-pod`,
      creationTimestamp: CREATED,
      labels: { ...labelsOf(id), 'pod-template-hash': '2' },
      annotations: { ...overlay.annotations },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${id}-2`,
          uid: `${id}-replicaset-2`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'app', image: 'registry.example.com/app:1' }],
      ...overlay.spec,
    },
    status: {
      phase: 'Pending',
      containerStatuses: [
        aContainerStatus({ running: { startedAt: CREATED } }),
      ],
      ...overlay.status,
    },
  };
}

export function aContainerStatus(state: object, lastState?: object) {
  return {
    name: 'app',
    image: 'registry.example.com/app:1',
    imageID: '',
    ready: false,
    restartCount: 1,
    state,
    ...(lastState && { lastState }),
  };
}

export function aFakeEvent(
  name: string,
  about: { kind: string; name: string; uid: string },
  event: { reason: string; message: string; type?: string },
): FakeObject {
  const now = new Date().toISOString();
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, uid: `${name}-event` },
    involvedObject: about,
    type: 'Warning',
    count: 3,
    firstTimestamp: now,
    lastTimestamp: now,
    ...event,
  };
}

export function aFakeArgoRollout(
  id: string,
  overlay: Overlay = {},
): FakeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: {
      name: `${id}-canary`,
      uid: `${id}-argo`,
      generation: 1,
      creationTimestamp: CREATED,
      labels: labelsOf(id),
      annotations: { ...overlay.annotations },
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: `${id}-canary` } },
      strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } },
      template: templateOf(id),
      ...overlay.spec,
    },
    status: { phase: 'Paused', ...overlay.status },
  };
}

/** A namespace with a Deployment of two Revisions and one pod, and no more. */
export function fillFakeNamespace(
  fake: FakeCluster,
  namespace: string,
  id: string,
): void {
  const collections = collectionsOf(namespace);
  // A collection that nothing was ever put into is not served.
  Object.values(collections).forEach(path => {
    fake.put(path, { metadata: { name: 'first' } });
    fake.remove(path, 'first');
  });
  fake.put(collections.deployments, aFakeDeployment(id));
  [1, 2].forEach(revision =>
    fake.put(collections.replicaSets, aFakeReplicaSet(id, revision)),
  );
  fake.put(collections.pods, aFakePod(id, `${id}-2-aaaaa`));
}
