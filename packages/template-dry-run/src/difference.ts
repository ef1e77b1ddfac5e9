import type { FileTree, TreeFile } from './fileTree';

/** The file of a difference that lists every path, each with how it compares. */
export const PATHS_FILE = 'paths.txt';

/**
 * A tree as its difference from another, itself a tree that a reviewer can read:
 * `paths.txt` marks each path `=` (as in the base), `~` (differs), `+` (new) or `-` (not there),
 * and `changed/` holds the files that differ or are new.
 */
export function toDifference(base: FileTree, tree: FileTree): FileTree {
  const paths = [...new Set([...Object.keys(base), ...Object.keys(tree)])];
  const lines: string[] = [];
  const difference: FileTree = {};
  for (const path of paths.sort()) {
    const mark = compare(base[path], tree[path]);
    lines.push(`${mark} ${path}`);
    if (mark === '~' || mark === '+') {
      difference[`changed/${path}`] = tree[path];
    }
  }
  return {
    [PATHS_FILE]: {
      content: Buffer.from(`${lines.join('\n')}\n`),
      executable: false,
    },
    ...difference,
  };
}

function compare(before?: TreeFile, after?: TreeFile): '=' | '~' | '+' | '-' {
  if (!before) return '+';
  if (!after) return '-';
  return before.executable === after.executable &&
    before.content.equals(after.content)
    ? '='
    : '~';
}
