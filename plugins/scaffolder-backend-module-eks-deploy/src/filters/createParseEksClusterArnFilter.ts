import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { parseEksClusterArn } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** `parseEksClusterArn`: the parts of an EKS cluster's ARN. */
export const createParseEksClusterArnFilter = () =>
  createTemplateFilter({
    id: 'parseEksClusterArn',
    description: "Splits an EKS cluster's ARN into its parts.",
    schema: z =>
      z
        .function()
        .args(z.string())
        .returns(
          z.object({
            partition: z.string(),
            region: z.string(),
            accountId: z.string(),
            name: z.string(),
          }),
        ),
    examples: [
      {
        description: 'The region of a cluster',
        example:
          "${{ 'arn:aws:eks:eu-west-1:123456789012:cluster/staging' | parseEksClusterArn | pick('region') }}",
        notes: 'Gives `eu-west-1`. Not an ARN of a cluster: an InputError.',
      },
    ],
    filter: arn => ({ ...parseEksClusterArn(arn) }),
  });
