import type {
  Autoscaler,
  ContainerImage,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { AutoscalerRow, IngressRow, PodRow } from './rows';

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

/** The hosts of a Workload's Ingresses; undefined when there are none. */
export function toHosts(ingresses: IngressRow[] = []): string[] | undefined {
  const hosts = new Set(ingresses.flatMap(ingress => ingress.hosts));
  return hosts.size > 0 ? [...hosts].sort() : undefined;
}
