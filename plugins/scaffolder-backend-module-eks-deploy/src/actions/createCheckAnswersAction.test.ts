import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { EnvironmentAnswers } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { parse } from 'yaml';
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
}: {
  environments?: EnvironmentAnswers[];
  minReplicas?: number;
  maxReplicas?: number;
}) =>
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

it('refuses what can’t work, with a sentence for each problem', async () => {
  const environments = [
    anEnvironment('staging', { hostedZone: 'example.org' }),
  ];
  await expect(check({ environments, minReplicas: 5 })).rejects.toMatchObject({
    name: 'InputError',
    message: [
      'maxReplicas: 4 is less than minReplicas, 5; use 5 or more',
      'environments[0].frontendHost: "chat.staging.example.com" is outside of the zone example.org; use a host such as chat.example.org, or another zone',
      'environments[0].backendHost: "chat-api.staging.example.com" is outside of the zone example.org; use a host such as chat.example.org, or another zone',
    ].join('\n'),
  });
});
