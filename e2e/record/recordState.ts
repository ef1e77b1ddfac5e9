import type { KubeObject, List } from '../cluster-contract/objects';
import type { KubectlResult } from '../cluster-contract/runKubectl';
import type { Scene } from '../cluster-contract/Scene';
import type { Subject } from './Subject';

/** What a cluster held in one state, and what kubectl said of it. */
export interface Recording {
  /** The status that kubectl tells of the subject's rollout. */
  kubectl: KubectlResult;
  /** When it was asked. */
  recordedAt: string;
  /** Everything that a verdict may be drawn from. */
  objects: KubeObject[];
}

const ATTEMPTS = 10;

/**
 * Reads a scene's objects and asks kubectl about them, at one moment: nothing has changed in between.
 *
 * @throws Error if the state does not stand still.
 */
export async function recordState(
  subject: Subject,
  scene: Scene,
): Promise<Recording> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await scene.must<KubeObject>(subject.path(scene));
    const objects = await listAll(scene, subject.lists);
    const kubectl = await subject.judge(scene);
    const after = await scene.must<KubeObject>(subject.path(scene));
    if (before.metadata.resourceVersion === after.metadata.resourceVersion) {
      return { kubectl, recordedAt: new Date().toISOString(), objects };
    }
  }
  throw new Error(`${scene.namespace} does not stand still.`);
}

/** A LIST leaves kind and apiVersion to itself. */
async function listAll(scene: Scene, paths: string[]): Promise<KubeObject[]> {
  const lists = await Promise.all(
    paths.map(path =>
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
