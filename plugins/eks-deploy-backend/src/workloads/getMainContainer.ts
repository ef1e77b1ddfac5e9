import type { V1Container } from '@kubernetes/client-node';
import { DEFAULT_CONTAINER } from './annotations';
import type { DeploymentObject } from './objects';
import type { Wire } from './Wire';

/** The container that a Workload's image is about: the one its pod template names as the default, else the first. */
export function getMainContainer(
  deployment: DeploymentObject,
): Wire<V1Container> | undefined {
  const template = deployment.spec?.template;
  const containers = template?.spec?.containers ?? [];
  const named = template?.metadata?.annotations?.[DEFAULT_CONTAINER];
  return containers.find(({ name }) => name === named) ?? containers[0];
}
