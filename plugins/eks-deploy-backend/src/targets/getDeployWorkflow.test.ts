import type { AllowRule } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { getDeployWorkflow, type WorkflowRequest } from './getDeployWorkflow';
import type { Repository } from './DeployTarget';

function aRepository(path: string, host = 'github.com'): Repository {
  const [owner, name] = path.split('/');
  return { host, owner, name };
}

function aRequest(differs: Partial<WorkflowRequest> = {}): WorkflowRequest {
  return {
    entityRef: 'component:default/chat',
    environment: 'production',
    repository: aRepository('example-org/chat'),
    source: aRepository('example-org/chat'),
    names: { owner: 'team-chat', name: 'chat' },
    rules: [aRule()],
    ...differs,
  };
}

function aRule(differs: Partial<AllowRule> = {}): AllowRule {
  return {
    owners: ['group:default/team-chat'],
    namespaces: ['chat'],
    ...differs,
  };
}

const isAllowed = (request: WorkflowRequest) =>
  !('problem' in getDeployWorkflow(request));

describe('getDeployWorkflow', () => {
  it('is deploy.yml of the repository that the catalog read the component from', () => {
    expect(getDeployWorkflow(aRequest())).toEqual({
      repository: aRepository('example-org/chat'),
      file: 'deploy.yml',
    });
  });

  it.each<[string, Partial<WorkflowRequest>, boolean]>([
    ['in other letters', { repository: aRepository('Example-Org/CHAT') }, true],
    [
      'of another team',
      { repository: aRepository('example-org/orders') },
      false,
    ],
    ['of another owner', { repository: aRepository('evil-org/chat') }, false],
    [
      'on another host',
      { repository: aRepository('example-org/chat', 'ghe.example.com') },
      false,
    ],
    ['when nobody knows where it was read', { source: undefined }, false],
  ])('without repositories, the repository %s: %#', (_, differs, expected) => {
    expect(isAllowed(aRequest(differs))).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['example-org/orders', 'example-org/*', true],
    ['Example-Org/Orders', 'example-ORG/ord*', true],
    ['example-org-2/orders', 'example-org/*', false],
    ['example-org/orders', 'github.com/example-org/*', true],
    ['example-org/orders', 'GitHub.com/example-org/orders', true],
    ['example-org/orders', 'ghe.example.com/example-org/*', false],
    ['example-org/chat', 'example-org/{name}', true],
    ['example-org/orders', 'example-org/{name}', false],
    ['example-org/chat-api', 'example-org/{name}-*', true],
    ['team-chat/x', '{owner}/*', true],
    ['team-orders/x', '{owner}/*', false],
    // A dot is a dot.
    ['example-org/chatXapi', 'example-org/chat.api', false],
  ])('%s by repositories [%s]: %s', (path, pattern, expected) => {
    const request = aRequest({
      repository: aRepository(path),
      source: undefined,
      rules: [aRule({ repositories: [pattern] })],
    });
    expect(isAllowed(request)).toBe(expected);
  });

  it.each<[string, WorkflowRequest['names']]>([
    ['{owner}/chat', { name: 'chat' }],
    ['example-org/{name}', { owner: 'team-chat' }],
  ])('%s stands for nothing without such a name', (pattern, names) => {
    const rules = [aRule({ repositories: [pattern] })];
    expect(isAllowed(aRequest({ names, rules }))).toBe(false);
  });

  it('allows no repository by an empty list, not even its own', () => {
    const rules = [aRule({ repositories: [] })];
    expect(isAllowed(aRequest({ rules }))).toBe(false);
  });

  it.each<[string | undefined, string[] | undefined, boolean]>([
    ['deploy.yml', undefined, true],
    ['release.yml', undefined, false],
    ['Deploy.yml', undefined, false],
    ['release.yml', ['release.yml'], true],
    ['deploy-chat.yml', ['deploy-*.yml'], true],
    ['deploy-chat.yml', ['deploy-{name}.yml'], true],
    ['deploy-orders.yml', ['deploy-{name}.yml'], false],
    [undefined, ['release.yml'], false],
  ])('workflow %s by workflows %j: %s', (file, workflows, expected) => {
    const rules = [aRule({ workflows })];
    expect(isAllowed(aRequest({ file, rules }))).toBe(expected);
  });

  it('wants repository and workflow allowed by one rule', () => {
    const rules = [
      aRule({ repositories: ['example-org/chat'] }),
      aRule({ repositories: ['example-org/other'], workflows: ['*.yml'] }),
    ];
    expect(isAllowed(aRequest({ file: 'release.yml', rules }))).toBe(false);
  });

  it.each<[string, Partial<WorkflowRequest>, string, RegExp, RegExp]>([
    [
      'a repository',
      { repository: aRepository('example-org/orders') },
      'not-allowed',
      /workflows of github.com\/example-org\/orders in production; the catalog read it from github.com\/example-org\/chat$/,
      /add example-org\/orders to eksDeploy.environments\[name=production\].allow\[\].repositories/,
    ],
    [
      'a workflow',
      { file: 'release.yml' },
      'not-allowed',
      /run the workflow release.yml in production/,
      /eksDeploy.environments\[name=production\].allow\[\].workflows/,
    ],
    [
      'no repository',
      { repository: undefined },
      'invalid',
      /names no repository/,
      /set its annotation github.com\/project-slug/,
    ],
    [
      'a workflow that is a path',
      { file: '../evil.yml' },
      'invalid',
      /deploy-workflow of component:default\/chat is not a file name/,
      /write the name of a file/,
    ],
    [
      'a workflow that is long',
      { file: `${'a'.repeat(262_144)}.yml` },
      'invalid',
      /is not a file name/,
      /write the name of a file/,
    ],
  ])(
    'says what is wrong with %s, and the remedy',
    (_, differs, kind, message, remedy) => {
      expect(getDeployWorkflow(aRequest(differs))).toMatchObject({
        problem: {
          kind,
          message: expect.stringMatching(message),
          remedy: expect.stringMatching(remedy),
        },
      });
    },
  );
});
