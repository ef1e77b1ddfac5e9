/** A file that differs between two commits. */
export interface ChangedFile {
  path: string;
  status: 'added' | 'removed' | 'modified';
  /** Of its blob; none where it was removed. */
  sha: string | null;
  /** Lines; none of a binary file. */
  additions: number;
  deletions: number;
}

/** What git is asked for {@link parseDiff} to read. */
export const DIFF_OPTIONS = [
  '--raw',
  '--numstat',
  '--no-renames',
  '--no-abbrev',
  '-z',
];

const STATUS: Record<string, ChangedFile['status']> = {
  A: 'added',
  D: 'removed',
};

/** Reads `git diff` with {@link DIFF_OPTIONS}: first a line of facts for each file, then one of counts. */
export function parseDiff(output: string): ChangedFile[] {
  const fields = output.split('\0').filter(Boolean);
  const files = new Map<string, ChangedFile>();
  while (fields[0]?.startsWith(':')) {
    const [facts, path] = fields.splice(0, 2);
    const [, , , sha, letter] = facts.split(' ');
    files.set(path, {
      path,
      status: STATUS[letter] ?? 'modified',
      sha: letter === 'D' ? null : sha,
      additions: 0,
      deletions: 0,
    });
  }
  for (const field of fields) {
    const [additions, deletions, path] = field.split('\t');
    const file = files.get(path);
    // A binary file's counts are dashes.
    if (file) {
      file.additions = Number(additions) || 0;
      file.deletions = Number(deletions) || 0;
    }
  }
  return [...files.values()];
}
