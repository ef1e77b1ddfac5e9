import { createMockDirectory } from '@backstage/backend-test-utils';
import { readPortalNamespace } from './readPortalNamespace';

describe('readPortalNamespace', () => {
  const directory = createMockDirectory({
    content: { namespace: 'backstage\n', empty: '' },
  });

  it.each([
    ['namespace', 'backstage'],
    ['empty', undefined],
    ['missing', undefined],
  ])('reads %s', (file, expected) => {
    expect(readPortalNamespace(directory.resolve(file))).toBe(expected);
  });
});
