import { formatRepositoryUrl, parseRepositoryUrl } from './repositoryUrl';

describe('a repoUrl', () => {
  it.each([
    [
      'github.com?owner=example-org&repo=chat',
      { host: 'github.com', owner: 'example-org', repo: 'chat' },
    ],
    ['localhost:7103?repo=chat', { host: 'localhost:7103', repo: 'chat' }],
    ['?owner=example-org', { owner: 'example-org' }],
  ])('%s is read and written', (repoUrl, location) => {
    expect(parseRepositoryUrl(repoUrl)).toEqual(location);
    expect(formatRepositoryUrl(location)).toBe(repoUrl);
  });

  it('is none while only the host is said', () => {
    expect(formatRepositoryUrl({ host: 'github.com' })).toBeUndefined();
    expect(parseRepositoryUrl(undefined)).toEqual({});
  });
});
