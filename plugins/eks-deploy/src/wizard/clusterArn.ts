/** The ARN of an EKS cluster, in any of AWS's partitions. */
export const CLUSTER_ARN_PATTERN =
  /^arn:aws(-cn|-us-gov|-iso[a-z-]*)?:eks:[a-z]{2}(-[a-z]+)+-\d:\d{12}:cluster\/[0-9A-Za-z][\w-]{0,99}$/;

export const CLUSTER_ARN_EXAMPLE =
  'arn:aws:eks:eu-west-1:123456789012:cluster/staging';
