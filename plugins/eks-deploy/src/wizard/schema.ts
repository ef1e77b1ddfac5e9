import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What the template editor shows of the field. */
export const eksClusterPickerSchema = makeFieldSchema({
  output: z => z.string().describe('ARN of an EKS cluster'),
});
