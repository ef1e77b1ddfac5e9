import type { RolloutNote } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { PodRow } from '../rows';

/** Image references that do not stand for the same image in every pod: a tag that was pushed again. */
export function getMixedDigests(pods: PodRow[]): RolloutNote[] {
  const digests = new Map<string, Set<string>>();
  const containers = pods
    .filter(({ terminating }) => !terminating)
    .flatMap(pod => pod.containers);
  for (const { image, digest } of containers) {
    if (image && digest && !image.includes('@')) {
      digests.set(image, (digests.get(image) ?? new Set()).add(digest));
    }
  }
  return [...digests]
    .filter(([, found]) => found.size > 1)
    .map(([image, found]) => ({
      kind: 'mixed-digests',
      image,
      digests: [...found].sort(),
    }));
}
