import type { Entity } from '@backstage/catalog-model';

/** The component `chat` of `team-chat`, as the catalog answers it. */
export function anEntity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: 'chat',
      annotations: {
        'backstage.io/kubernetes-id': 'chat',
        'backstage.io/kubernetes-namespace': 'chat',
        'github.com/project-slug': 'example-org/chat',
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-chat' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-chat' }],
  };
}
