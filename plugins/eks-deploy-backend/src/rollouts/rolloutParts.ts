import type {
  Autoscaler,
  ContainerImage,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  MOST_HOSTS,
  type AutoscalerRow,
  type IngressRow,
  type PodRow,
} from './rows';

/** Images with what their references stand for, where all pods that tell agree. */
export function withDigests(
  images: ContainerImage[],
  pods: PodRow[],
): ContainerImage[] {
  return images.map(image => {
    const digests = pods
      .filter(({ terminating }) => !terminating)
      .flatMap(({ containers }) => containers)
      .filter(({ name, digest }) => name === image.container && digest)
      .map(({ digest }) => digest);
    const [digest, ...others] = new Set(digests);
    return others.length === 0 ? { ...image, digest } : image;
  });
}

/**
 * What is shown of the autoscaler of a Workload.
 *
 * @param desired - Pods that the Workload is to have; those that a rollout adds on top are not of its scaling.
 */
export function toAutoscaler(
  row: AutoscalerRow | undefined,
  { desired }: { desired: number },
): Autoscaler | undefined {
  return (
    row && {
      min: row.min,
      max: row.max,
      current: Math.min(row.current, desired),
      desired: row.desired,
      limited: row.limited,
      lastScaledAt: row.lastScaledAt,
    }
  );
}

/** The hosts of a component's Ingresses by tier, of very many the first by name; none where there is no Ingress. */
export function toHostsByTier(
  ingresses: IngressRow[],
): Map<string | undefined, string[]> {
  const hosts = new Map<string | undefined, Set<string>>();
  for (const ingress of ingresses) {
    const known = hosts.get(ingress.tier) ?? new Set();
    ingress.hosts.forEach(host => known.add(host));
    hosts.set(ingress.tier, known);
  }
  return new Map(
    [...hosts]
      .filter(([, { size }]) => size > 0)
      .map(([tier, known]) => [tier, [...known].sort().slice(0, MOST_HOSTS)]),
  );
}
