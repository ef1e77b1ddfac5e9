import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findEnvironmentProblems,
  findReplicaProblems,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { examples } from './createCheckAnswersAction.examples';

/** `eks-deploy:answers:check`: refuses answers that fit their own field but not each other. */
export const createCheckAnswersAction = () =>
  createTemplateAction({
    id: 'eks-deploy:answers:check',
    description:
      "Checks a service's answers against each other, before anything is created.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        environments: z =>
          z
            .array(
              // Further answers about an environment are checked by the template's schema.
              z
                .object({
                  name: z.string(),
                  cluster: z.string({ description: 'ARN of an EKS cluster' }),
                  frontendHost: z.string({
                    description: 'DNS name of the page',
                  }),
                  backendHost: z.string({ description: 'DNS name of the API' }),
                  hostedZone: z
                    .string({ description: 'Route 53 zone of both hosts' })
                    .optional(),
                  certificateArn: z
                    .string({ description: 'Certificate of both hosts in ACM' })
                    .optional(),
                  standbyHost: z
                    .string({
                      description: 'What answers while the environment is down',
                    })
                    .optional(),
                })
                .passthrough(),
              { description: 'In the order of promotion' },
            )
            .min(1),
        minReplicas: z =>
          z.number({ description: 'Fewest pods of each tier' }).int().min(1),
        maxReplicas: z =>
          z.number({ description: 'Most pods of each tier' }).int().min(1),
      },
    },
    async handler(ctx) {
      const problems = [
        ...findReplicaProblems(ctx.input),
        ...findEnvironmentProblems(ctx.input.environments),
      ];
      if (problems.length > 0) {
        throw new InputError(problems.join('\n'));
      }
      ctx.logger.info(
        `The answers fit: ${ctx.input.environments
          .map(({ name }) => name)
          .join(', ')}`,
      );
    },
  });
