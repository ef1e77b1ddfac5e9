import type { Workload } from './Workload';

/** What the seed's pods are bound to, besides the two nodes that every control plane here has. */
export const SEED_NODES = 10;
const PODS_A_NODE = '2000';
const REVISION = '1';

export function toNodeName(index: number): string {
  return `seed-${index}`;
}

export function aNode(index: number) {
  const name = toNodeName(index);
  const capacity = { cpu: '2000', memory: '4Ti', pods: PODS_A_NODE };
  return {
    metadata: { name, labels: { 'kubernetes.io/hostname': name } },
    status: { capacity, allocatable: capacity },
  };
}

/** A service as teams write them: probes, limits, a dozen variables. */
export function aDeployment({ name, namespace, replicas }: Workload) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: toLabels(name),
      annotations: {
        'deployment.kubernetes.io/revision': REVISION,
        'kubernetes.io/change-cause': 'seeded',
      },
    },
    spec: {
      replicas,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: aTemplate(name),
    },
  };
}

export function aReplicaSet(
  { name, namespace, replicas }: Workload,
  deploymentUid: string,
) {
  const labels = { ...toLabels(name), 'pod-template-hash': toHash(name) };
  const template = aTemplate(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${toHash(name)}`,
      namespace,
      labels,
      annotations: {
        'deployment.kubernetes.io/revision': REVISION,
        'deployment.kubernetes.io/desired-replicas': String(replicas),
        'deployment.kubernetes.io/max-replicas': String(
          replicas + Math.ceil(replicas / 4),
        ),
        'kubernetes.io/change-cause': 'seeded',
      },
      ownerReferences: [controller('Deployment', name, deploymentUid)],
    },
    spec: {
      replicas,
      selector: {
        matchLabels: {
          'app.kubernetes.io/name': name,
          'pod-template-hash': toHash(name),
        },
      },
      template: { ...template, metadata: { labels } },
    },
  };
}

export function aPod(
  { name, namespace }: Workload,
  replicaSetUid: string,
  index: number,
  node: string,
) {
  const replicaSet = `${name}-${toHash(name)}`;
  const { spec } = aTemplate(name);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${replicaSet}-${String(index).padStart(2, '0')}`,
      namespace,
      labels: { ...toLabels(name), 'pod-template-hash': toHash(name) },
      ownerReferences: [controller('ReplicaSet', replicaSet, replicaSetUid)],
    },
    spec: { ...spec, nodeName: node },
  };
}

function aTemplate(name: string) {
  const probe = (path: string) => ({ httpGet: { path, port: 8080 } });
  return {
    metadata: { labels: toLabels(name) },
    spec: {
      terminationGracePeriodSeconds: 30,
      containers: [
        {
          name: 'app',
          image: `registry.example.com/${name}:1.0.0`,
          ports: [{ name: 'http', containerPort: 8080 }],
          env: Array.from({ length: 12 }, (_, index) => ({
            name: `SETTING_${index}`,
            value: `value-${index}-of-${name}`,
          })),
          startupProbe: probe('/health/startup'),
          readinessProbe: probe('/health/readiness'),
          livenessProbe: probe('/health/liveness'),
          resources: {
            requests: { cpu: '10m', memory: '16Mi' },
            limits: { cpu: '500m', memory: '256Mi' },
          },
          volumeMounts: [{ name: 'temporary', mountPath: '/tmp' }],
        },
      ],
      volumes: [{ name: 'temporary', emptyDir: {} }],
    },
  };
}

function toLabels(name: string) {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': 'backend',
    'app.kubernetes.io/part-of': name,
    'backstage.io/kubernetes-id': name,
  };
}

/** Any text will do that only this template has. */
export function toHash(name: string): string {
  return `seed${name.slice(-4)}`;
}

function controller(kind: string, name: string, uid: string) {
  return {
    apiVersion: 'apps/v1',
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}
