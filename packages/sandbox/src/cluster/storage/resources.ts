import type {
  Deployment,
  Event,
  HorizontalPodAutoscaler,
  KubeObject,
  Namespace,
  Node,
  Pod,
  ReplicaSet,
  ResourceQuota,
} from '../objects';
import type { ResourceType } from './resourceType';

function define<T extends KubeObject = KubeObject>(
  apiVersion: string,
  kind: string,
  plural: string,
  more: Partial<Omit<ResourceType, 'objects'>> = {},
): ResourceType<T> {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return {
    group,
    version,
    plural,
    singular: kind.toLowerCase(),
    kind,
    namespaced: true,
    ...more,
  };
}

const all = ['all'];
const status = ['status'];
const scalable = ['status', 'scale'];
const clusterWide = { namespaced: false };

/** The kinds that a controller of the stand-in reads or writes. */
export const resources = {
  namespaces: define<Namespace>('v1', 'Namespace', 'namespaces', {
    ...clusterWide,
    shortNames: ['ns'],
    subresources: ['status', 'finalize'],
  }),
  nodes: define<Node>('v1', 'Node', 'nodes', {
    ...clusterWide,
    shortNames: ['no'],
    subresources: status,
  }),
  pods: define<Pod>('v1', 'Pod', 'pods', {
    shortNames: ['po'],
    categories: all,
    subresources: ['status', 'log'],
  }),
  events: define<Event>('v1', 'Event', 'events', { shortNames: ['ev'] }),
  services: define('v1', 'Service', 'services', {
    shortNames: ['svc'],
    categories: all,
    subresources: status,
  }),
  configMaps: define('v1', 'ConfigMap', 'configmaps', { shortNames: ['cm'] }),
  serviceAccounts: define('v1', 'ServiceAccount', 'serviceaccounts', {
    shortNames: ['sa'],
  }),
  resourceQuotas: define<ResourceQuota>(
    'v1',
    'ResourceQuota',
    'resourcequotas',
    { shortNames: ['quota'], subresources: status },
  ),
  deployments: define<Deployment>('apps/v1', 'Deployment', 'deployments', {
    shortNames: ['deploy'],
    categories: all,
    subresources: scalable,
  }),
  replicaSets: define<ReplicaSet>('apps/v1', 'ReplicaSet', 'replicasets', {
    shortNames: ['rs'],
    categories: all,
    subresources: scalable,
  }),
  autoscalers: define<HorizontalPodAutoscaler>(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    { shortNames: ['hpa'], categories: all, subresources: status },
  ),
  customResourceDefinitions: define(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    {
      ...clusterWide,
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
      subresources: status,
    },
  ),
};

/** Kinds that are kept as they come: stored, listed, watched, patched, and nothing else happens. */
const keptAsTheyCome: ResourceType[] = [
  define('v1', 'Secret', 'secrets'),
  define('v1', 'Endpoints', 'endpoints', { shortNames: ['ep'] }),
  define('v1', 'LimitRange', 'limitranges', { shortNames: ['limits'] }),
  define('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
    subresources: status,
  }),
  define('v1', 'PersistentVolume', 'persistentvolumes', {
    ...clusterWide,
    shortNames: ['pv'],
    subresources: status,
  }),
  define('apps/v1', 'StatefulSet', 'statefulsets', {
    shortNames: ['sts'],
    categories: all,
    subresources: scalable,
  }),
  define('apps/v1', 'DaemonSet', 'daemonsets', {
    shortNames: ['ds'],
    categories: all,
    subresources: status,
  }),
  define('batch/v1', 'Job', 'jobs', {
    categories: all,
    subresources: status,
  }),
  define('batch/v1', 'CronJob', 'cronjobs', {
    shortNames: ['cj'],
    categories: all,
    subresources: status,
  }),
  define('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets', {
    shortNames: ['pdb'],
    subresources: status,
  }),
  define('networking.k8s.io/v1', 'Ingress', 'ingresses', {
    shortNames: ['ing'],
    subresources: status,
  }),
  define('networking.k8s.io/v1', 'IngressClass', 'ingressclasses', clusterWide),
  define('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', {
    shortNames: ['netpol'],
  }),
  define('coordination.k8s.io/v1', 'Lease', 'leases'),
  define('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices'),
  define('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  define('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  define(
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    'clusterroles',
    clusterWide,
  ),
  define(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
    clusterWide,
  ),
  define('storage.k8s.io/v1', 'StorageClass', 'storageclasses', {
    ...clusterWide,
    shortNames: ['sc'],
  }),
  define('scheduling.k8s.io/v1', 'PriorityClass', 'priorityclasses', {
    ...clusterWide,
    shortNames: ['pc'],
  }),
];

/** Every kind served from the start; custom resources come on top. */
export const builtinResources: ResourceType[] = [
  ...Object.values(resources),
  ...keptAsTheyCome,
];
