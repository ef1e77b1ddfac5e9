import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { parseEksClusterArn } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** `ecrRegistry`: the image registry of a cluster's account, in its region. */
export const createEcrRegistryFilter = () =>
  createTemplateFilter({
    id: 'ecrRegistry',
    description:
      "The ECR registry of an EKS cluster's account, in the cluster's region.",
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [
      {
        description: 'The registry of a cluster',
        example:
          "${{ 'arn:aws:eks:eu-west-1:123456789012:cluster/staging' | ecrRegistry }}",
        notes: 'Gives `123456789012.dkr.ecr.eu-west-1.amazonaws.com`.',
      },
    ],
    filter: arn => {
      const { partition, region, accountId } = parseEksClusterArn(arn);
      const suffix = partition === 'aws-cn' ? '.cn' : '';
      return `${accountId}.dkr.ecr.${region}.amazonaws.com${suffix}`;
    },
  });
