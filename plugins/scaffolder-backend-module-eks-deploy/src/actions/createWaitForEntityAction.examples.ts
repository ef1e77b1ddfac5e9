import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'After the component was registered',
    example: stringify({
      steps: [
        {
          id: 'catalogEntry',
          name: 'Wait for the component in the catalog',
          action: 'eks-deploy:catalog:wait',
          input: { entityRef: 'component:default/chat' },
        },
      ],
    }),
  },
  {
    description: 'For five minutes at most',
    example: stringify({
      steps: [
        {
          id: 'catalogEntry',
          name: 'Wait for the component in the catalog',
          action: 'eks-deploy:catalog:wait',
          input: { entityRef: 'component:default/chat', timeoutSeconds: 300 },
        },
      ],
    }),
  },
];
