import type { Entity } from '@backstage/catalog-model';
import { anEntity } from '../__testUtils__/entities';
import { toDeployTarget } from './toDeployTarget';

const environment = {
  name: 'staging',
  cluster: 'staging-cluster',
  allow: [
    { owners: ['group:default/team-chat'], namespaces: ['chat', 'chat-*'] },
    { owners: ['*'], namespaces: ['sandbox'] },
  ],
};

function annotated(annotations: Record<string, string | undefined>): Entity {
  const entity = anEntity();
  const all = { ...entity.metadata.annotations, ...annotations };
  const present = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: Object.fromEntries(present) },
  };
}

describe('toDeployTarget', () => {
  it('takes cluster from the configuration and namespace and label from the annotations', () => {
    expect(toDeployTarget(anEntity(), environment)).toMatchObject({
      entityRef: 'component:default/chat',
      environment: 'staging',
      owner: 'group:default/team-chat',
      cluster: 'staging-cluster',
      namespace: 'chat',
      kubernetesId: 'chat',
      deployWorkflow: 'deploy.yml',
    });
  });

  it.each([
    [
      'no label value',
      { 'backstage.io/kubernetes-id': undefined },
      /kubernetes-id .* is missing/,
    ],
    [
      'no namespace',
      { 'backstage.io/kubernetes-namespace': undefined },
      /kubernetes-namespace .* is missing/,
    ],
    [
      'a namespace that is a path',
      { 'backstage.io/kubernetes-namespace': 'chat/../kube-system' },
      /kubernetes-namespace .* is no namespace/,
    ],
    [
      'a workflow that is a path',
      { 'eks-deploy/deploy-workflow': '../evil.yml' },
      /deploy-workflow .* is no file name/,
    ],
  ])('names the annotation and the remedy: %s', (_, differs, message) => {
    expect(toDeployTarget(annotated(differs), environment)).toMatchObject({
      problem: {
        kind: 'invalid',
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(/set it|write/),
      },
    });
  });

  it.each([
    ['chat', 'group:default/team-chat', true],
    ['chat-canary', 'group:default/team-chat', true],
    ['chatter', 'group:default/team-chat', false],
    ['chat', 'group:default/team-orders', false],
    ['sandbox', 'group:default/team-orders', true],
    ['kube-system', 'group:default/team-chat', false],
  ])('namespace %s for %s: allowed %s', (namespace, owner, allowed) => {
    const entity = annotated({
      'backstage.io/kubernetes-namespace': namespace,
    });
    entity.relations = [{ type: 'ownedBy', targetRef: owner }];
    expect('problem' in toDeployTarget(entity, environment)).toBe(!allowed);
  });

  it.each([
    ['team-chat', 'group:default/team-chat', true],
    ['team-chat-canary', 'group:default/team-chat', true],
    ['team-chatter', 'group:default/team-chat', false],
    ['team-chat', 'group:default/team-orders', false],
    ['team-chat', 'group:elsewhere/team-chat', false],
    ['team-chat', 'user:default/team-chat', false],
    ['teamxchat', 'group:default/team.chat', false],
  ])(
    'namespace %s for %s by their own name: allowed %s',
    (namespace, owner, allowed) => {
      const own = {
        ...environment,
        allow: [{ owners: ['*'], namespaces: ['{owner}', '{owner}-*'] }],
      };
      const entity = annotated({
        'backstage.io/kubernetes-namespace': namespace,
      });
      entity.relations = [{ type: 'ownedBy', targetRef: owner }];
      expect('problem' in toDeployTarget(entity, own)).toBe(!allowed);
    },
  );

  it('needs an owner', () => {
    const entity = { ...anEntity(), spec: {}, relations: [] };
    expect(toDeployTarget(entity, environment)).toMatchObject({
      problem: { message: 'component:default/chat has no owner' },
    });
  });
});
