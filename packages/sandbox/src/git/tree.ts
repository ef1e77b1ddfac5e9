/** An entry of a git tree. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; only a blob has a size. */
  size?: number;
  /** From the root of the repository. */
  path: string;
}

/** Reads the output of `git ls-tree -l -z`. */
export function parseTree(output: string): TreeEntry[] {
  return output.split('\0').filter(Boolean).map(parseTreeEntry);
}

function parseTreeEntry(line: string): TreeEntry {
  const [facts, filePath] = line.split('\t');
  const [mode, type, sha, size] = facts.split(/ +/);
  return {
    mode,
    type: type as TreeEntry['type'],
    sha,
    ...(size !== '-' && { size: Number(size) }),
    path: filePath,
  };
}
