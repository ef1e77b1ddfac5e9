import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { GitRepository } from './repository';

/** The hash that names no object. */
const NOTHING = '0'.repeat(40);

/** A person as git writes them. */
export interface GitPerson {
  name: string;
  email: string;
  date?: string;
}

/** What a commit made through the API changes: new content, or `null` to delete. */
export type FileChanges = Record<string, Buffer | null>;

/** A commit that is to be made. */
export interface NewCommit {
  tree: string;
  parents: string[];
  message: string;
  author: GitPerson;
  committer?: GitPerson;
}

/** Makes a commit of a tree that is there; no ref points at it yet. */
export async function createCommit(
  repository: GitRepository,
  { tree, parents, message, author, committer = author }: NewCommit,
): Promise<string> {
  const out = await repository.git(
    ['commit-tree', tree, ...parents.flatMap(sha => ['-p', sha])],
    {
      input: message,
      env: { ...toEnv('AUTHOR', author), ...toEnv('COMMITTER', committer) },
    },
  );
  return out.toString().trim();
}

/** Commits file changes on a branch, which is created when it does not exist. */
export async function commitFiles(
  repository: GitRepository,
  change: Omit<NewCommit, 'tree' | 'parents'> & {
    branch: string;
    changes: FileChanges;
  },
): Promise<string> {
  const { branch, changes, ...rest } = change;
  const parent = (await repository.branches()).get(branch);
  const commit = await createCommit(repository, {
    ...rest,
    tree: await writeChangedTree(repository, parent, changes),
    parents: parent ? [parent] : [],
  });
  await repository.git([
    'update-ref',
    `refs/heads/${branch}`,
    commit,
    parent ?? NOTHING,
  ]);
  return commit;
}

/** Commits a folder as it is on disk, executable files as such, as the first of a branch. */
export async function commitFolder(
  repository: GitRepository,
  change: Omit<NewCommit, 'tree' | 'parents'> & {
    branch: string;
    folder: string;
  },
): Promise<string> {
  const { branch, folder, ...rest } = change;
  const tree = await withIndex(repository, async index => {
    const env = { ...index, GIT_DIR: repository.dir, GIT_WORK_TREE: folder };
    const add = ['add', '--all', '.'];
    await repository.git(['-c', 'core.bare=false', '-C', folder, ...add], {
      env,
    });
    return repository.git(['write-tree'], { env: index });
  });
  const commit = await createCommit(repository, { ...rest, tree, parents: [] });
  await repository.git(['update-ref', `refs/heads/${branch}`, commit]);
  return commit;
}

function writeChangedTree(
  repository: GitRepository,
  parent: string | undefined,
  changes: FileChanges,
): Promise<string> {
  return withIndex(repository, async env => {
    await repository.git(['read-tree', parent ?? '--empty'], { env });
    const lines: string[] = [];
    for (const [file, content] of Object.entries(changes)) {
      lines.push(await writeEntry(repository, parent, file, content));
    }
    await repository.git(['update-index', '-z', '--index-info'], {
      env,
      input: lines.join(''),
    });
    return repository.git(['write-tree'], { env });
  });
}

/** The line of `update-index --index-info` for a file; a changed one keeps its mode. */
async function writeEntry(
  repository: GitRepository,
  parent: string | undefined,
  file: string,
  content: Buffer | null,
): Promise<string> {
  if (content === null) return `0 ${NOTHING}\t${file}\0`;
  const blob = await repository.git(['hash-object', '-w', '--stdin'], {
    input: content,
  });
  const before = parent ? await repository.entry(parent, file) : undefined;
  return `${before?.mode ?? '100644'} ${blob.toString().trim()}\t${file}\0`;
}

/** Works with an index of its own, so that nobody else's is in the way. */
async function withIndex(
  repository: GitRepository,
  work: (env: { GIT_INDEX_FILE: string }) => Promise<Buffer>,
): Promise<string> {
  const index = path.join(repository.dir, `index-${randomUUID()}`);
  try {
    return (await work({ GIT_INDEX_FILE: index })).toString().trim();
  } finally {
    fs.rmSync(index, { force: true });
  }
}

function toEnv(role: 'AUTHOR' | 'COMMITTER', person: GitPerson) {
  return {
    [`GIT_${role}_NAME`]: person.name,
    [`GIT_${role}_EMAIL`]: person.email,
    ...(person.date && { [`GIT_${role}_DATE`]: person.date }),
  };
}
