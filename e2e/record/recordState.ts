import type { Deployment, KubeObject, List } from '../cluster-contract/objects';
import { runKubectl, type KubectlResult } from '../cluster-contract/runKubectl';
import type { Scene } from '../cluster-contract/Scene';

/** What a cluster held in one state, and what kubectl said of it. */
export interface Recording {
  /** `kubectl rollout status --watch=false` of the Deployment. */
  kubectl: KubectlResult;
  /** Everything that a verdict may be drawn from. */
  objects: KubeObject[];
}

const LISTS = [
  '/apis/apps/v1/namespaces/{}/deployments',
  '/apis/apps/v1/namespaces/{}/replicasets',
  '/api/v1/namespaces/{}/pods',
  '/api/v1/namespaces/{}/events',
  '/apis/autoscaling/v2/namespaces/{}/horizontalpodautoscalers',
];
const ATTEMPTS = 10;

/**
 * Reads a scene's objects and asks kubectl about them, at one moment: nothing has changed in between.
 *
 * @throws Error if the state does not stand still.
 */
export async function recordState(scene: Scene): Promise<Recording> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await scene.must<Deployment>(pathOf(scene));
    const objects = await listAll(scene);
    const kubectl = await runKubectl(scene, [
      'rollout',
      'status',
      'deployment/chat',
      '--watch=false',
    ]);
    const after = await scene.must<Deployment>(pathOf(scene));
    if (before.metadata.resourceVersion === after.metadata.resourceVersion) {
      return { kubectl, objects };
    }
  }
  throw new Error(`${scene.namespace} does not stand still.`);
}

function pathOf(scene: Scene): string {
  return scene.path('deployments', 'chat');
}

/** A LIST leaves kind and apiVersion to itself. */
async function listAll(scene: Scene): Promise<KubeObject[]> {
  const lists = await Promise.all(
    LISTS.map(path =>
      scene.must<List<KubeObject> & { apiVersion: string }>(
        path.replace('{}', scene.namespace),
      ),
    ),
  );
  return lists.flatMap(({ apiVersion, kind, items }) =>
    items.map(item => ({
      apiVersion,
      kind: kind.replace(/List$/, ''),
      ...item,
    })),
  );
}
