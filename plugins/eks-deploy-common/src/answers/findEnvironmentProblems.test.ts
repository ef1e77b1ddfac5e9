import {
  findEnvironmentProblems,
  type EnvironmentAnswers,
} from './findEnvironmentProblems';

const anEnvironment = (
  name: string,
  differs: Partial<EnvironmentAnswers> = {},
): EnvironmentAnswers => ({
  name,
  cluster: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
  frontendHost: `chat.${name}.example.com`,
  backendHost: `chat-api.${name}.example.com`,
  ...differs,
});

describe('findEnvironmentProblems', () => {
  it('accepts hosts in their zone and at its top', () => {
    const environment = anEnvironment('staging', {
      hostedZone: 'staging.example.com',
      frontendHost: 'staging.example.com',
      backendHost: 'api.staging.example.com',
    });
    expect(findEnvironmentProblems([environment])).toEqual([]);
  });

  it('says nothing of answers that are not given yet', () => {
    expect(findEnvironmentProblems([{ name: 'staging' }, {}])).toEqual([]);
  });

  it('names everything that is wrong, in the order of the answers', () => {
    const differs = { hostedZone: 'example.org' };
    expect(
      findEnvironmentProblems([
        anEnvironment('staging', differs),
        anEnvironment('production', { ...differs, name: 'staging' }),
      ]).map(problem => problem.split(':')[0]),
    ).toEqual([
      'environments[0].frontendHost',
      'environments[0].backendHost',
      'environments[1].name',
      'environments[1].frontendHost',
      'environments[1].backendHost',
    ]);
  });

  it.each<[string, Partial<EnvironmentAnswers>, RegExp]>([
    [
      'a name that another environment has',
      { name: 'staging' },
      /^environments\[1\]\.name: "staging" is also environments\[0\]\.name; give each/,
    ],
    [
      'a cluster that another environment has',
      { cluster: anEnvironment('staging').cluster },
      /^environments\[1\]\.cluster: .* is also environments\[0\]\.cluster; the namespace is the same/,
    ],
    [
      'a cluster that is no ARN',
      { cluster: 'production' },
      /^environments\[1\]\.cluster: "production" is not the ARN of an EKS cluster; use one/,
    ],
    [
      'a host that another tier has',
      { backendHost: 'chat.production.example.com' },
      /^environments\[1\]\.backendHost: .* is also environments\[1\]\.frontendHost; give each tier/,
    ],
    [
      'a host outside of its zone',
      { hostedZone: 'example.org' },
      /^environments\[1\]\.frontendHost: .* is outside of the zone example\.org; use a host such as chat\.example\.org/,
    ],
    [
      'a host that only ends like its zone',
      { hostedZone: 'ample.com' },
      /is outside of the zone ample\.com/,
    ],
    [
      "a certificate of another region than the cluster's",
      {
        certificateArn:
          'arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      },
      /^environments\[1\]\.certificateArn: the certificate is in us-east-1, the cluster in eu-west-1; use a certificate/,
    ],
    [
      'a host that leaves no room for the name that a health check asks',
      {
        frontendHost: `${'h.'.repeat(120)}example.com`,
        standbyHost: 'standby.example.com',
      },
      /^environments\[1\]\.frontendHost: with a standby, use at most 246 characters/,
    ],
    [
      'a certificate that is another thing',
      { certificateArn: 'arn:aws:iam::123456789012:server-certificate/chat' },
      /^environments\[1\]\.certificateArn: .* is not the ARN of a certificate; use one/,
    ],
    [
      'a host that is an address',
      { frontendHost: 'https://chat.example.com' },
      /^environments\[1\]\.frontendHost: .* is not a DNS name; use one such as chat\.example\.com/,
    ],
  ])('refuses %s', (_, differs, message) => {
    expect(
      findEnvironmentProblems([
        anEnvironment('staging'),
        anEnvironment('production', differs),
      ])[0],
    ).toMatch(message);
  });
});
