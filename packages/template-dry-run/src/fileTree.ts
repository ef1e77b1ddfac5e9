import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Files of a folder by their path inside it, with `/` between the segments. */
export type FileTree = Record<string, TreeFile>;

export interface TreeFile {
  content: Buffer;
  executable: boolean;
}

/** Reads every file under the folder; a folder that isn't there is an empty tree. */
export async function readTree(dir: string): Promise<FileTree> {
  const entries = await readdir(dir, {
    recursive: true,
    withFileTypes: true,
  }).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter(entry => entry.isFile());
  const tree: FileTree = {};
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const { mode } = await stat(path);
    tree[relative(dir, path).split(sep).join('/')] = {
      content: await readFile(path),
      // eslint-disable-next-line no-bitwise
      executable: (mode & 0o111) !== 0,
    };
  }
  return tree;
}

/** Makes the folder hold this tree and nothing else. */
export async function replaceTree(dir: string, tree: FileTree): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  for (const [path, { content, executable }] of Object.entries(tree)) {
    const target = join(dir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    await chmod(target, executable ? 0o755 : 0o644);
  }
}
