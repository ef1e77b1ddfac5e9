import { anEksCluster } from '../testing';
import { validateEksCluster } from './validateEksCluster';

const { arn } = anEksCluster('staging');
const uiSchema = { cluster: { 'ui:field': 'EksClusterPicker' }, name: {} };

function errorsOf(value: unknown, context = {}) {
  const errors: string[] = [];
  validateEksCluster(
    value,
    { addError: message => errors.push(message) },
    context,
  );
  return errors;
}

describe('validateEksCluster', () => {
  it.each([
    arn,
    'arn:aws-cn:eks:cn-north-1:123456789012:cluster/a',
    'arn:aws-us-gov:eks:us-gov-west-1:123456789012:cluster/a_B-9',
  ])('accepts %s', value => {
    expect(errorsOf(value)).toEqual([]);
  });

  it.each([
    'staging',
    'arn:aws:eks:eu-west-1:1234:cluster/staging',
    'arn:aws:s3:::bucket',
    `${arn} `,
  ])('refuses %s, with an example', value => {
    expect(errorsOf(value)).toEqual([
      expect.stringContaining(
        'choose one from the list, or write it like arn:aws:eks:eu-west-1:123456789012:cluster/staging',
      ),
    ]);
  });

  it('leaves an empty value to the template’s `required`', () => {
    expect(errorsOf(undefined)).toEqual([]);
    expect(errorsOf('')).toEqual([]);
  });

  it('looks into each item of an array', () => {
    const items = [
      { name: 'a', cluster: arn },
      { name: 'b', cluster: 'nope' },
    ];
    expect(errorsOf(items, { uiSchema })).toEqual([
      expect.stringContaining('nope'),
    ]);
  });
});
