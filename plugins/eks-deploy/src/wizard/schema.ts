import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What the template editor shows of `EksClusterPicker`. */
export const eksClusterPickerSchema = makeFieldSchema({
  output: z => z.string().describe('ARN of an EKS cluster'),
});

/** What the template editor shows of `GithubRepositoryPicker`. */
export const githubRepositoryPickerSchema = makeFieldSchema({
  output: z =>
    z.string().describe('Repository, as host?owner=example-org&repo=chat'),
});

/** What the template editor shows of `EksEnvironments`. */
export const eksEnvironmentsSchema = makeFieldSchema({
  output: z =>
    z
      .array(
        z
          .object({
            name: z.string(),
            cluster: z.string().describe('ARN of an EKS cluster'),
            frontendHost: z.string().describe('DNS name of the page'),
            backendHost: z.string().describe('DNS name of the API'),
            hostedZone: z.string().describe('Route 53 zone of both hosts'),
            certificateArn: z
              .string()
              .describe('Certificate of both hosts in ACM'),
            standbyHost: z
              .string()
              .describe('What answers while the environment is down'),
          })
          .partial()
          .passthrough(),
      )
      .describe('Environments, in the order of promotion'),
});

/** What the template editor shows of `EksMaxReplicas`. */
export const eksMaxReplicasSchema = makeFieldSchema({
  output: z =>
    z.number().int().describe('Most pods, no less than minReplicas beside it'),
});
