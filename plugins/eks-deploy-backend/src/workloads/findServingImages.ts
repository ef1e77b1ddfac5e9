import { findMainContainer } from './getMainContainer';
import type { ReplicaSetObject } from './objects';

/**
 * The images of the main containers of a Deployment's available pods, each once: several during a rollout, none where no
 * pod is available.
 *
 * @param replicaSets - Those that the Deployment controls.
 */
export function findServingImages(replicaSets: ReplicaSetObject[]): string[] {
  const images = replicaSets
    .filter(({ status }) => (status?.availableReplicas ?? 0) > 0)
    .flatMap(({ spec }) => findMainContainer(spec?.template)?.image ?? []);
  return [...new Set(images)];
}
