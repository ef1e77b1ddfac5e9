const LABELS = { app: 'chat' };

/** What a Deployment's manifest says beyond name, selector and template. */
export interface DeploymentOptions {
  image?: string;
  annotations?: Record<string, string>;
  templateAnnotations?: Record<string, string>;
  containers?: object[];
  initContainers?: object[];
  nodeSelector?: Record<string, string>;
  readinessGates?: Array<{ conditionType: string }>;
  minReadySeconds?: number;
  replicas?: number;
  paused?: boolean;
  progressDeadlineSeconds?: number;
  revisionHistoryLimit?: number;
  strategy?: object;
}

/** The manifest of a Deployment `chat` of one container `app`. */
export function aDeployment(options: DeploymentOptions = {}) {
  const {
    image = 'example.com/chat:1',
    annotations,
    templateAnnotations,
    containers = [{ name: 'app', image }],
    initContainers,
    nodeSelector,
    readinessGates,
    ...spec
  } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'chat', annotations },
    spec: {
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS, annotations: templateAnnotations },
        spec: { containers, initContainers, nodeSelector, readinessGates },
      },
      ...spec,
    },
  };
}

/** The manifest of a ConfigMap, the least that can be read, watched and changed. */
export function aConfigMap(
  name: string,
  labels?: Record<string, string>,
  data?: Record<string, string>,
) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels },
    data,
  };
}

/** Content types of the ways to patch. */
export const PATCH = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
};
