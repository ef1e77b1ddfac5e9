import { InputError } from '@backstage/errors';
import { createFilters } from '.';

const filter = (id: string) => {
  const found = createFilters().find(candidate => candidate.id === id);
  if (!found) throw new Error(`There is no filter ${id}`);
  return found.filter;
};

it('pins the ids of the filters', () => {
  expect(createFilters().map(({ id }) => id)).toEqual([
    'ecrRegistry',
    'parseEksClusterArn',
  ]);
});

describe('ecrRegistry', () => {
  it.each([
    [
      'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    ],
    [
      'arn:aws-cn:eks:cn-north-1:123456789012:cluster/staging',
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    ],
  ])('of %s is %s', (arn, registry) => {
    expect(filter('ecrRegistry')(arn)).toBe(registry);
  });
});

describe('parseEksClusterArn', () => {
  it('gives the parts of the ARN', () => {
    expect(
      filter('parseEksClusterArn')(
        'arn:aws:eks:eu-west-1:123456789012:cluster/staging',
      ),
    ).toEqual({
      partition: 'aws',
      region: 'eu-west-1',
      accountId: '123456789012',
      name: 'staging',
    });
  });

  it('refuses anything else', () => {
    expect(() => filter('parseEksClusterArn')('staging')).toThrow(InputError);
  });
});
