import type { DeployTarget } from '../targets';

const repository = { host: 'github.com', owner: 'example-org', name: 'chat' };

/** The component chat in production; a test states what differs. */
export function aTarget(differs: Partial<DeployTarget> = {}): DeployTarget {
  return {
    entityRef: 'component:default/chat',
    environment: 'production',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'chat' },
    },
    owner: 'group:default/team-chat',
    cluster: 'production',
    namespace: 'chat',
    kubernetesId: 'chat',
    repository,
    deployWorkflow: { repository, file: 'deploy.yml' },
    imageRepositories: ['chat', 'chat-backend', 'chat-frontend'],
    ...differs,
  };
}
