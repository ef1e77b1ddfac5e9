import { isOlderVersion } from './isOlderVersion';

describe('isOlderVersion', () => {
  it.each([
    ['9', '10'],
    ['123', '124'],
    ['9007199254740993', '9007199254740994'],
    ['99', '100000000000000000000000000000000000000'],
  ])('knows that %s is older than %s', (older, newer) => {
    expect(isOlderVersion(older, newer)).toBe(true);
    expect(isOlderVersion(newer, older)).toBe(false);
  });

  it.each([
    ['7', '7'],
    ['7', undefined],
    [undefined, '7'],
    ['07', '8'],
    ['7', 'opaque'],
    ['0x7', '8'],
    ['', '8'],
  ])('claims nothing of %p and %p', (version, than) => {
    expect(isOlderVersion(version, than)).toBe(false);
  });
});
