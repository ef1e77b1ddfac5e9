import { InputError } from '@backstage/errors';

/**
 * What the ARN of an EKS cluster says.
 *
 * @public
 */
export interface EksClusterArn {
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  partition: string;
  /** Such as `eu-west-1`. */
  region: string;
  /** Twelve digits. */
  accountId: string;
  /** The cluster's own, such as `staging`. */
  name: string;
}

const pattern =
  /^arn:(?<partition>aws(?:-[a-z-]+)?):eks:(?<region>[a-z0-9-]+):(?<accountId>\d{12}):cluster\/(?<name>[A-Za-z0-9][A-Za-z0-9_-]{0,99})$/;

/**
 * Takes the ARN of an EKS cluster apart.
 *
 * @param arn - such as `arn:aws:eks:eu-west-1:123456789012:cluster/staging`
 * @param field - names the answer in the error, e.g. `environments[0].cluster`
 * @throws InputError when it is no such ARN
 * @public
 */
export function parseEksClusterArn(
  arn: unknown,
  field = 'cluster',
): EksClusterArn {
  const parts = readEksClusterArn(arn);
  if (!parts) {
    throw new InputError(describeWrongArn(arn, field));
  }
  return parts;
}

/**
 * What the ARN says, and undefined where it is no ARN of an EKS cluster.
 *
 * @internal
 */
export function readEksClusterArn(arn: unknown): EksClusterArn | undefined {
  const groups = typeof arn === 'string' ? pattern.exec(arn)?.groups : null;
  if (!groups) {
    return undefined;
  }
  const { partition, region, accountId, name } = groups;
  return { partition, region, accountId, name };
}

/** @internal */
export function describeWrongArn(arn: unknown, field: string): string {
  return `${field}: ${JSON.stringify(
    arn,
  )} is not the ARN of an EKS cluster; use one such as arn:aws:eks:eu-west-1:123456789012:cluster/staging`;
}
