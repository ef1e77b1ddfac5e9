import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { Answers, EnvironmentAnswers } from './checkAnswers';
import { createCheckAnswersAction } from './createCheckAnswersAction';
import { examples } from './createCheckAnswersAction.examples';

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

const check = ({
  environments = [anEnvironment('staging')],
  minReplicas = 3,
  maxReplicas = 4,
}: Partial<Answers>) =>
  createCheckAnswersAction().handler(
    createMockActionContext({
      input: {
        environments: environments.map(environment => ({ ...environment })),
        minReplicas,
        maxReplicas,
      },
    }),
  );

it.each(examples)('accepts the example: $description', async ({ example }) => {
  const { input } = parse(example).steps[0];
  await expect(check(input)).resolves.toBeUndefined();
});

it('accepts as many pods at most as at least', async () => {
  await expect(check({ minReplicas: 3, maxReplicas: 3 })).resolves.toBe(
    undefined,
  );
});

it('accepts hosts in their zone and at its top', async () => {
  const environments = [
    anEnvironment('staging', {
      hostedZone: 'staging.example.com',
      frontendHost: 'staging.example.com',
      backendHost: 'api.staging.example.com',
    }),
  ];
  await expect(check({ environments })).resolves.toBeUndefined();
});

it('refuses fewer pods at most than at least', async () => {
  await expect(check({ minReplicas: 5 })).rejects.toMatchObject({
    name: 'InputError',
    message: 'maxReplicas: 4 is less than minReplicas, 5; use 5 or more',
  });
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
])('refuses %s', async (_, differs, message) => {
  const environments = [
    anEnvironment('staging'),
    anEnvironment('production', differs),
  ];
  await expect(check({ environments })).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(message),
  });
});
