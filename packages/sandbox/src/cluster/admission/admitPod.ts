import type { KubeObject, Namespace, Pod, ResourceQuota } from '../objects';
import {
  forbidden,
  resources,
  type ResourceType,
  type Store,
} from '../storage';
import { securityViolation } from './podSecurity';
import { quotaViolation } from './quota';

/** Throws the 403 for a new pod that its namespace does not take: for its security, or because it is one too many. */
export function admitPod(
  store: Store,
  type: ResourceType,
  object: KubeObject,
): void {
  if (type !== resources.pods) return;
  const { namespace = '', name } = object.metadata;
  const home = store.get(resources.namespaces, { name: namespace });
  const pods = store.list(resources.pods, namespace) as Pod[];
  const quotas = store.list(
    resources.resourceQuotas,
    namespace,
  ) as ResourceQuota[];
  const violation =
    (home && securityViolation(home as Namespace, object.spec)) ??
    quotas.map(quota => quotaViolation(quota, pods)).find(Boolean);
  if (violation) throw forbidden(type, name, violation);
}
