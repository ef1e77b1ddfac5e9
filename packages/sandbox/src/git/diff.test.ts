import { parseDiff } from './diff';

describe('parseDiff', () => {
  const sha = 'a'.repeat(40);
  const none = '0'.repeat(40);

  it('reads what became of each file, and how many lines', () => {
    const output = [
      `:000000 100644 ${none} ${sha} A`,
      'docs/new file.md',
      `:100644 000000 ${sha} ${none} D`,
      'old.md',
      `:100644 100644 ${sha} ${sha} M`,
      'logo.png',
      '2\t0\tdocs/new file.md',
      '0\t7\told.md',
      '-\t-\tlogo.png',
      '',
    ].join('\0');
    expect(parseDiff(output)).toEqual([
      {
        path: 'docs/new file.md',
        status: 'added',
        sha,
        additions: 2,
        deletions: 0,
      },
      {
        path: 'old.md',
        status: 'removed',
        sha: null,
        additions: 0,
        deletions: 7,
      },
      { path: 'logo.png', status: 'modified', sha, additions: 0, deletions: 0 },
    ]);
  });

  it('reads nothing where nothing differs', () => {
    expect(parseDiff('')).toEqual([]);
  });
});
