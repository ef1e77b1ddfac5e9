import type { Entity } from '@backstage/catalog-model';
import type { BenchEntity } from './BackendCalls';

const OWNER = 'group:default/team-chat';

/** As the catalog gives it to either side. */
export function toEntity({ name, namespace }: BenchEntity): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name,
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/kubernetes-namespace': namespace,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: OWNER },
    relations: [{ type: 'ownedBy', targetRef: OWNER }],
  };
}
