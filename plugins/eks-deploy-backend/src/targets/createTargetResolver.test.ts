import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { anEntity } from '../__testUtils__/entities';
import { createTargetResolver } from './createTargetResolver';

const entityRef = 'component:default/chat';
const options = { credentials: mockCredentials.user() };
const allow = [{ owners: ['group:default/team-chat'], namespaces: ['chat'] }];
const nobody = [{ owners: ['group:default/team-orders'], namespaces: ['*'] }];

function createResolver(
  annotations: Record<string, string> = {},
  rules = { staging: allow, production: nobody },
) {
  const catalog = catalogServiceMock({ entities: [anEntity(annotations)] });
  const getEntityByRef = jest.spyOn(catalog, 'getEntityByRef');
  const has = jest.fn(async () => false);
  const resolver = createTargetResolver({
    catalog,
    groups: { has },
    config: {
      environments: [
        { name: 'staging', cluster: 'eks-staging', allow: rules.staging },
        { name: 'production', cluster: 'eks-prod', allow: rules.production },
      ],
    },
    integrations: ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host: 'github.com' },
              {
                host: 'ghe.example.com',
                apiBaseUrl: 'https://ghe.example.com/api/v3',
              },
            ],
          },
        },
      }),
    ),
  });
  return { resolver, getEntityByRef, has };
}

describe('createTargetResolver', () => {
  it('finds a target by one catalog call, made as the user', async () => {
    const { resolver, getEntityByRef } = createResolver();
    await expect(
      resolver.resolve({ entityRef, environment: 'staging' }, options),
    ).resolves.toMatchObject({ cluster: 'eks-staging', namespace: 'chat' });
    expect(getEntityByRef.mock.calls).toEqual([[entityRef, options]]);
  });

  it('looks the owning Group up only where a rule names it', async () => {
    const found = createResolver();
    await found.resolver.resolve(
      { entityRef, environment: 'staging' },
      options,
    );
    expect(found.has).not.toHaveBeenCalled();
  });

  it.each([
    { namespaces: ['chat', '{owner}'] },
    { namespaces: ['chat'], repositories: ['{owner}/*'] },
    { namespaces: ['chat'], workflows: ['{owner}.yml'] },
    { namespaces: ['chat'], images: ['{owner}/*'] },
  ])('looks the owning Group up for %j', async own => {
    const { has, resolver } = createResolver(
      {},
      { staging: [{ owners: ['*'], ...own }], production: [] },
    );
    await resolver.resolve({ entityRef, environment: 'staging' }, options);
    expect(has.mock.calls).toEqual([['group:default/team-chat']]);
  });

  it('allows the repository that the catalog read the entity from, and goes on without one', async () => {
    const { resolver } = createResolver({
      'backstage.io/managed-by-location':
        'url:https://github.com/example-org/chat/blob/main/catalog-info.yaml',
    });
    await expect(
      resolver.resolve({ entityRef, environment: 'staging' }, options),
    ).resolves.toMatchObject({ deployWorkflow: { file: 'deploy.yml' } });
    await expect(
      createResolver().resolver.resolve(
        { entityRef, environment: 'staging' },
        options,
      ),
    ).resolves.toMatchObject({
      namespace: 'chat',
      deployWorkflow: { problem: { kind: 'not-allowed' } },
    });
  });

  it.each([
    [
      'component:default/nobody',
      'staging',
      'NotFoundError',
      /not in the catalog/,
    ],
    [entityRef, 'qa', 'NotFoundError', /no Environment 'qa'/],
    [entityRef, 'production', 'NotAllowedError', /eksDeploy.environments/],
  ])('refuses %s in %s: %s', async (ref, environment, name, message) => {
    await expect(
      createResolver().resolver.resolve(
        { entityRef: ref, environment },
        options,
      ),
    ).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it('refuses an Environment that the annotation leaves out', async () => {
    const { resolver } = createResolver(
      { 'eks-deploy/environments': 'staging' },
      { staging: allow, production: allow },
    );
    await expect(
      resolver.resolve({ entityRef, environment: 'production' }, options),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  const list = async (...args: Parameters<typeof createResolver>) =>
    (await createResolver(...args).resolver.list(entityRef, options)).map(
      target => [
        target.environment,
        'problem' in target ? target.problem.kind : target.cluster,
      ],
    );

  it('lists the Environments that let the owner in', async () => {
    expect(await list()).toEqual([['staging', 'eks-staging']]);
  });

  it('lists them all, refused, when none does', async () => {
    expect(await list({}, { staging: nobody, production: nobody })).toEqual([
      ['staging', 'not-allowed'],
      ['production', 'not-allowed'],
    ]);
  });

  it("lists the annotation's, in its order, with what is wrong with each", async () => {
    expect(
      await list({ 'eks-deploy/environments': 'qa, production,staging,' }),
    ).toEqual([
      ['qa', 'not-found'],
      ['production', 'not-allowed'],
      ['staging', 'eks-staging'],
    ]);
  });

  it.each([
    ['the default host', {}, 'github.com'],
    [
      'the host of the source location',
      { 'backstage.io/source-location': 'url:https://ghe.example.com/a/b/' },
      'ghe.example.com',
    ],
    [
      'no host that is not configured',
      { 'backstage.io/source-location': 'url:https://evil.example.com/a/b/' },
      'github.com',
    ],
  ])('takes the repository from %s', async (_, annotations, host) => {
    const { resolver } = createResolver(annotations);
    const { repository } = await resolver.resolve(
      { entityRef, environment: 'staging' },
      options,
    );
    expect(repository).toEqual({ host, owner: 'example-org', name: 'chat' });
  });
});
