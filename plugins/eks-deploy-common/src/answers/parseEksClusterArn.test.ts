import { parseEksClusterArn } from './parseEksClusterArn';

describe('parseEksClusterArn', () => {
  it.each([
    [
      'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
      {
        partition: 'aws',
        region: 'eu-west-1',
        accountId: '123456789012',
        name: 'staging',
      },
    ],
    [
      'arn:aws-us-gov:eks:us-gov-west-1:123456789012:cluster/Team_A-1',
      {
        partition: 'aws-us-gov',
        region: 'us-gov-west-1',
        accountId: '123456789012',
        name: 'Team_A-1',
      },
    ],
  ])('reads %s', (arn, parts) => {
    expect(parseEksClusterArn(arn)).toEqual(parts);
  });

  it.each([
    'staging',
    'arn:aws:eks:eu-west-1:12345:cluster/staging',
    'arn:aws:ecs:eu-west-1:123456789012:cluster/staging',
    'arn:aws:eks:eu-west-1:123456789012:cluster/',
    'arn:aws:eks:eu-west-1:123456789012:nodegroup/staging/a/b',
    '',
    undefined,
    42,
  ])('refuses %p, naming the field and an example', arn => {
    expect(() => parseEksClusterArn(arn, 'environments[1].cluster')).toThrow(
      /^environments\[1\]\.cluster: .* is not the ARN of an EKS cluster; use one such as arn:aws:eks:/,
    );
  });
});
