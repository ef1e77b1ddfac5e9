import { InputError } from '@backstage/errors';

/**
 * What the ARN of an EKS cluster says.
 *
 * @internal
 */
export interface EksClusterArn {
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  partition: string;
  region: string;
  /** Twelve digits. */
  accountId: string;
  name: string;
}

const pattern =
  /^arn:(?<partition>aws(?:-[a-z-]+)?):eks:(?<region>[a-z0-9-]+):(?<accountId>\d{12}):cluster\/(?<name>[A-Za-z0-9][A-Za-z0-9_-]{0,99})$/;

/**
 * @param arn - such as `arn:aws:eks:eu-west-1:123456789012:cluster/staging`
 * @param field - names the answer in the error, e.g. `environments[0].cluster`
 * @throws InputError when it is no such ARN
 * @internal
 */
export function parseEksClusterArn(
  arn: unknown,
  field = 'cluster',
): EksClusterArn {
  const groups = typeof arn === 'string' ? pattern.exec(arn)?.groups : null;
  if (!groups) {
    throw new InputError(
      `${field}: ${JSON.stringify(
        arn,
      )} is not the ARN of an EKS cluster; use one such as arn:aws:eks:eu-west-1:123456789012:cluster/staging`,
    );
  }
  const { partition, region, accountId, name } = groups;
  return { partition, region, accountId, name };
}
