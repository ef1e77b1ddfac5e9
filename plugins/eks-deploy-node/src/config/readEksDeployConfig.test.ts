import { mockServices } from '@backstage/backend-test-utils';
import { readEksDeployConfig } from './readEksDeployConfig';

const staging = {
  name: 'staging',
  cluster: 'staging',
  allow: [{ owners: ['group:default/team-chat'], namespaces: ['chat-*'] }],
};

function read(eksDeploy: object, kubernetes?: object) {
  return readEksDeployConfig(
    mockServices.rootConfig({
      data: { eksDeploy, ...(kubernetes && { kubernetes }) },
    }),
  );
}

describe('readEksDeployConfig', () => {
  it('gives what is configured, with owners as full references', () => {
    const config = read({
      aws: { region: 'eu-west-1', endpoint: 'http://127.0.0.1:7104' },
      environments: [
        {
          ...staging,
          allow: [{ owners: ['group:team-chat', '*'], namespaces: ['*'] }],
        },
      ],
    });
    expect(config.aws?.region).toBe('eu-west-1');
    expect(config.environments[0].allow[0].owners).toEqual([
      'group:default/team-chat',
      '*',
    ]);
  });

  it.each<[string, object, string | RegExp]>([
    [
      'no Environment',
      { environments: [] },
      'eksDeploy.environments: is empty: add an Environment with name, cluster and allow',
    ],
    [
      'an unknown key',
      { environments: [{ ...staging, clutser: 'x' }] },
      'eksDeploy.environments[0].clutser: is unknown: remove it or correct its spelling',
    ],
    [
      'an unknown key at the top',
      { environments: [staging], enviroments: [] },
      /^eksDeploy.enviroments: is unknown/,
    ],
    [
      'a missing cluster',
      { environments: [{ name: 'staging', allow: [] }] },
      /^eksDeploy.environments\[0\].cluster: .*name a cluster of the Kubernetes plugin/,
    ],
    [
      'two of one name',
      { environments: [staging, staging] },
      "eksDeploy.environments[1].name: 'staging' is there already: give each Environment its own name",
    ],
    [
      'a name that GitHub and a path would not take',
      { environments: [{ ...staging, name: 'Staging!' }] },
      /^eksDeploy.environments\[0\].name: 'Staging!' is no name of an Environment: write/,
    ],
    [
      'an owner that is no reference',
      {
        environments: [
          { ...staging, allow: [{ owners: ['team-chat'], namespaces: ['x'] }] },
        ],
      },
      /^eksDeploy.environments\[0\].allow\[0\].owners\[0\]: 'team-chat' is no entity reference: write/,
    ],
    [
      'no namespaces',
      {
        environments: [
          { ...staging, allow: [{ owners: ['*'], namespaces: [] }] },
        ],
      },
      /^eksDeploy.environments\[0\].allow\[0\].namespaces: is empty: list/,
    ],
    [
      'a region that is none',
      { aws: { region: 'Ireland' }, environments: [staging] },
      "eksDeploy.aws.region: 'Ireland' is no AWS region: write one like eu-west-1",
    ],
    [
      'an endpoint that is none',
      {
        aws: { region: 'eu-west-1', endpoint: 'localhost' },
        environments: [staging],
      },
      /^eksDeploy.aws.endpoint: is no address: write/,
    ],
    [
      'a limit that is none',
      {
        environments: [staging],
        limits: { logStreams: { perUser: 0, total: 1.5 } },
      },
      /^eksDeploy.limits.logStreams.perUser: is not a number of streams: write a whole number from 1\neksDeploy.limits.logStreams.total: is not/,
    ],
    [
      'a limit of namespaces that is none',
      { environments: [staging], limits: { watchedNamespaces: 0 } },
      'eksDeploy.limits.watchedNamespaces: is not a number of namespaces: write a whole number from 1',
    ],
    [
      'an unknown limit',
      { environments: [staging], limits: { logs: {} } },
      'eksDeploy.limits.logs: is unknown: remove it or correct its spelling',
    ],
  ])('names the key and the remedy for %s', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });

  const readRule = (rule: object) =>
    read({
      environments: [{ ...staging, allow: [{ ...staging.allow[0], ...rule }] }],
    }).environments[0].allow[0];

  it.each([
    [['example-org/*']],
    [['example-org/{name}', '{owner}-org/{name}-*', 'github.com/a/b']],
    [['localhost:7103/example-org/*.service']],
    [[]],
  ])('takes repositories: %j', repositories => {
    expect(readRule({ repositories })).toMatchObject({ repositories });
  });

  it.each([
    'example-org',
    'a/b/c/d',
    'https://github.com/a/b',
    '/b',
    'a/',
    'a/b c',
    'a/{team}',
    'a/[b]',
  ])('takes no repository %j', repository => {
    expect(() => readRule({ repositories: [repository] })).toThrow(
      /allow\[0\].repositories\[0\]: '.*' is no repository: write <owner>\/<name>/,
    );
  });

  it.each(['../deploy.yml', 'deploy', 'a/b.yml', ''])(
    'takes no workflow %j',
    workflow => {
      expect(() => readRule({ workflows: [workflow] })).toThrow(
        /allow\[0\].workflows\[0\]: '.*' is no workflow: write the name/,
      );
    },
  );

  it.each(['-chat', 'chat-', 'Chat', 'a.b', '{team}', 'a'.repeat(64)])(
    'takes no namespace %j',
    namespace => {
      expect(() => readRule({ namespaces: [namespace] })).toThrow(
        /allow\[0\].namespaces\[0\]: '.*' is no namespace: write lower-case/,
      );
    },
  );

  it("takes the owner's name for a part of a namespace", () => {
    const allow = [
      { owners: ['*'], namespaces: ['{owner}', '{owner}-*', 'apps-{name}'] },
    ];
    const { environments } = read({ environments: [{ ...staging, allow }] });
    expect(environments[0].allow).toEqual(allow);
  });

  it.each([
    [undefined, { perUser: 10, total: 200 }],
    [{}, { perUser: 10, total: 200 }],
    [{ logStreams: { perUser: 3 } }, { perUser: 3, total: 200 }],
  ])('limits streams, by default as well: %j', (limits, logStreams) => {
    expect(read({ environments: [staging], limits }).limits).toEqual({
      rolloutStreams: { perUser: 50, total: 2_000 },
      logStreams,
      watchedNamespaces: 500,
    });
  });

  it.each([[['chat', 'chat-*', '{name}/*', '{owner}.{name}_x']], [[]]])(
    'takes %j for repositories of ECR',
    images => {
      const allow = [{ owners: ['*'], namespaces: ['chat'], images }];
      const { environments } = read({ environments: [{ ...staging, allow }] });
      expect(environments[0].allow).toEqual(allow);
    },
  );

  it.each([
    [['Chat']],
    [['123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1']],
    ['chat'],
  ])('names the key when repositories of ECR are %j', images => {
    const allow = [{ owners: ['*'], namespaces: ['chat'], images }];
    expect(() => read({ environments: [{ ...staging, allow }] })).toThrow(
      /allow\[0\]\.images/,
    );
  });

  it('tells of everything that is wrong at once', () => {
    expect(() =>
      read({ environments: [{ ...staging, name: '?', cluster: '' }] }),
    ).toThrow(/name: .*\n.*cluster: '' is no cluster/);
  });

  describe('clusters of the Kubernetes plugin', () => {
    const locate = (...locators: object[]) => ({
      clusterLocatorMethods: locators,
    });
    const known = { type: 'config', clusters: [{ name: 'production' }] };

    it('must have the name, where the configuration lists them all', () => {
      expect(() => read({ environments: [staging] }, locate(known))).toThrow(
        "eksDeploy.environments[0].cluster: 'staging' is not known to the Kubernetes plugin: add it to kubernetes.clusterLocatorMethods or name one of production",
      );
    });

    it('may have any name where some are found later', () => {
      expect(() =>
        read({ environments: [staging] }, locate(known, { type: 'catalog' })),
      ).not.toThrow();
    });
  });

  describe('without Environments', () => {
    const locate = (...names: string[]) => ({
      clusterLocatorMethods: [
        { type: 'config', clusters: names.map(name => ({ name })) },
      ],
    });

    it.each([
      ['staging', 'staging'],
      ['arn:aws:eks:eu-west-1:123456789012:cluster/Shop_EU', 'shop-eu'],
    ])(
      'lets each group into its own namespace of the only cluster, %s',
      (cluster, name) => {
        const allow = [{ owners: ['*'], namespaces: ['{owner}'] }];
        expect(read({}, locate(cluster)).environments).toEqual([
          { name, cluster, allow },
        ]);
      },
    );

    it('needs no section at all', () => {
      const kubernetes = locate('staging');
      const config = mockServices.rootConfig({ data: { kubernetes } });
      expect(readEksDeployConfig(config).environments).toHaveLength(1);
    });

    it.each<[string, object | undefined]>([
      ['there are several clusters', locate('staging', 'production')],
      ['there is none', undefined],
      ['it is found later', { clusterLocatorMethods: [{ type: 'catalog' }] }],
    ])('asks for them when %s', (_, kubernetes) => {
      expect(() => read({}, kubernetes)).toThrow(
        'eksDeploy.environments: is missing: add eksDeploy.environments',
      );
    });
  });
});
