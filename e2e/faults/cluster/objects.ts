import { PORTAL_ACCOUNT } from './Namespace';

const ROLE = 'portal';
const KINDS: Record<string, string[]> = {
  '': ['pods', 'events'],
  apps: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
  autoscaling: ['horizontalpodautoscalers'],
  'networking.k8s.io': ['ingresses'],
};

/** A Deployment of a component. */
export function aDeployment(options: {
  component: string;
  workload: string;
  replicas: number;
  /** One container for each; one of the Workload's name by default. */
  images?: string[];
}) {
  const { component, workload, replicas } = options;
  const { images = [`registry.example.com/${workload}:1`] } = options;
  const labels = {
    'backstage.io/kubernetes-id': component,
    'app.kubernetes.io/component': workload,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: workload, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          terminationGracePeriodSeconds: 0,
          containers: images.map((image, index) => ({
            name: `container-${index}`,
            image,
          })),
        },
      },
    },
  };
}

/** What the portal may read: all that it asks for, but some kinds. */
export function aRole(...refused: string[]) {
  return {
    metadata: { name: ROLE },
    rules: Object.entries(KINDS).map(([group, resources]) => ({
      apiGroups: [group],
      resources: resources.filter(resource => !refused.includes(resource)),
      verbs: ['get', 'list', 'watch', 'patch'],
    })),
  };
}

export function aRoleBinding(namespace: string) {
  return {
    metadata: { name: ROLE },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: ROLE,
    },
    subjects: [{ kind: 'ServiceAccount', name: PORTAL_ACCOUNT, namespace }],
  };
}
