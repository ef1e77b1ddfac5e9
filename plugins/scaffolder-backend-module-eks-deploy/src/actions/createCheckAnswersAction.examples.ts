import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Two environments on two clusters',
    example: stringify({
      steps: [
        {
          id: 'answers',
          name: 'Check the answers against each other',
          action: 'eks-deploy:answers:check',
          input: {
            environments: [
              {
                name: 'staging',
                cluster: 'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
                frontendHost: 'chat.staging.example.com',
                backendHost: 'chat-api.staging.example.com',
              },
              {
                name: 'production',
                cluster:
                  'arn:aws:eks:eu-west-1:123456789012:cluster/production',
                frontendHost: 'chat.example.com',
                backendHost: 'chat-api.example.com',
              },
            ],
            minReplicas: 3,
            maxReplicas: 4,
          },
        },
      ],
    }),
  },
];
