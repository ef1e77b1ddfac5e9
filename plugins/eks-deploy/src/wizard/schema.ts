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
