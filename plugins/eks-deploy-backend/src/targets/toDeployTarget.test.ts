import type { Entity } from '@backstage/catalog-model';
import { anEntity } from '../__testUtils__/entities';
import { toDeployTarget } from './toDeployTarget';

const facts = { isGroupKnown: true };
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
    expect(toDeployTarget(anEntity(), environment, facts)).toMatchObject({
      entityRef: 'component:default/chat',
      environment: 'staging',
      owner: 'group:default/team-chat',
      cluster: 'staging-cluster',
      namespace: 'chat',
      kubernetesId: 'chat',
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
      /kubernetes-namespace .* is not a namespace/,
    ],
  ])('names the annotation and the remedy: %s', (_, differs, message) => {
    expect(
      toDeployTarget(annotated(differs), environment, facts),
    ).toMatchObject({
      problem: {
        kind: 'invalid',
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(/set it/),
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
    expect('problem' in toDeployTarget(entity, environment, facts)).toBe(
      !allowed,
    );
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
      expect('problem' in toDeployTarget(entity, own, facts)).toBe(!allowed);
    },
  );

  describe('without the owning Group in the catalog', () => {
    const rule = (...namespaces: string[]) => ({
      ...environment,
      allow: [{ owners: ['*'], namespaces }],
    });
    const unknown = { isGroupKnown: false };

    it('does not take its name for a namespace, and says why', () => {
      const entity = annotated({
        'backstage.io/kubernetes-namespace': 'team-chat',
      });
      expect(toDeployTarget(entity, rule('{owner}'), unknown)).toMatchObject({
        problem: {
          kind: 'not-allowed',
          message: expect.stringMatching(/no such Group is in the catalog$/),
        },
      });
    });

    it('goes by the rules that do without its name', () => {
      expect(
        toDeployTarget(anEntity(), rule('{owner}', 'ch*'), unknown),
      ).toMatchObject({ namespace: 'chat' });
    });
  });

  it.each([
    ['kube-system', ['*'], false],
    ['kube-system', ['kube-*'], false],
    ['kube-system', ['{owner}'], false],
    ['kube-public', ['*-public'], false],
    ['default', ['*'], false],
    ['default', ['def*'], false],
    ['backstage', ['*'], false],
    ['backstage', ['{owner}', 'back*'], false],
    // The operator's explicit word.
    ['kube-system', ['kube-system'], true],
    ['default', ['default'], true],
    ['backstage', ['backstage'], true],
    ['backstage-2', ['backstage*'], true],
    ['kubernetes', ['*'], true],
  ])('namespace %s by %j: allowed %s', (namespace, namespaces, allowed) => {
    const entity = annotated({
      'backstage.io/kubernetes-namespace': namespace,
    });
    entity.relations = [
      { type: 'ownedBy', targetRef: `group:default/${namespace}` },
    ];
    const wide = { ...environment, allow: [{ owners: ['*'], namespaces }] };
    const found = toDeployTarget(entity, wide, {
      ...facts,
      portalNamespace: 'backstage',
    });
    expect('problem' in found).toBe(!allowed);
  });

  it.each<[string, object, boolean]>([
    ['its own', {}, true],
    [
      'one of the same name in another catalog namespace',
      { namespace: 'evil' },
      false,
    ],
    ["another component's", { name: 'evil' }, false],
  ])('namespace {name} for %s component: allowed %#', (_, differs, allowed) => {
    const entity = anEntity();
    entity.metadata = { ...entity.metadata, ...differs };
    const rule = { owners: ['*'], namespaces: ['{name}'] };
    const found = toDeployTarget(
      entity,
      { ...environment, allow: [rule] },
      facts,
    );
    expect('problem' in found).toBe(!allowed);
    const resource = { ...entity, kind: 'Resource' };
    expect(
      'problem' in
        toDeployTarget(resource, { ...environment, allow: [rule] }, facts),
    ).toBe(true);
  });

  it.each<[string, object, string[]]>([
    ['its own by default', {}, ['chat', 'chat-backend', 'chat-frontend']],
    ['those of the rule', { images: ['shop/{name}'] }, ['shop/chat']],
    ['none', { images: [] }, []],
  ])('lists images of %s', (_, differs, expected) => {
    const allow = [{ owners: ['*'], namespaces: ['chat'], ...differs }];
    expect(
      toDeployTarget(anEntity(), { ...environment, allow }, facts),
    ).toMatchObject({ imageRepositories: expected });
  });

  it('lists images of no repository by the name of a component that is not in the default namespace', () => {
    const entity = anEntity();
    entity.metadata = { ...entity.metadata, namespace: 'evil' };
    expect(toDeployTarget(entity, environment, facts)).toMatchObject({
      imageRepositories: [],
    });
  });

  it('needs an owner', () => {
    const entity = { ...anEntity(), spec: {}, relations: [] };
    expect(toDeployTarget(entity, environment, facts)).toMatchObject({
      problem: { message: 'component:default/chat has no owner' },
    });
  });
});
