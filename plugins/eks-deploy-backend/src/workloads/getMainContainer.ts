import type { V1Container } from '@kubernetes/client-node';
import { DEFAULT_CONTAINER } from './annotations';
import type { DeploymentObject, PodObject, PodTemplateObject } from './objects';
import type { Wire } from './Wire';

/** The container that a Workload's image is about. */
export function getMainContainer(
  deployment: DeploymentObject,
): Wire<V1Container> | undefined {
  return findMainContainer(deployment.spec?.template);
}

/** The container that is meant where a pod has several: the one that it names as the default, else the first. */
export function findMainContainer(
  pod: PodTemplateObject | PodObject | undefined,
): Wire<V1Container> | undefined {
  const containers = pod?.spec?.containers ?? [];
  const named = pod?.metadata?.annotations?.[DEFAULT_CONTAINER];
  return containers.find(({ name }) => name === named) ?? containers[0];
}
