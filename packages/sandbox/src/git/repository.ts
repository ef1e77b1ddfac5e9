import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Commit, COMMIT_FORMAT, parseCommits } from './commit';
import { runGit } from './runGit';

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

/** A person as git writes them. */
export interface GitPerson {
  name: string;
  email: string;
  date?: string;
}

/** What a commit made through the API changes: new content, or `null` to delete. */
export type FileChanges = Record<string, Buffer | null>;

/** A bare repository, read and written by git itself. */
export class GitRepository {
  constructor(readonly dir: string) {}

  static async create(dir: string, defaultBranch: string) {
    fs.mkdirSync(dir, { recursive: true });
    await runGit([
      'init',
      '--quiet',
      '--bare',
      `--initial-branch=${defaultBranch}`,
      dir,
    ]);
    const repository = new GitRepository(dir);
    const settings = {
      'http.receivepack': 'true',
      'uploadpack.allowAnySHA1InWant': 'true',
      'receive.shallowUpdate': 'true',
      'gc.auto': '0',
    };
    for (const [name, value] of Object.entries(settings)) {
      await repository.git(['config', name, value]);
    }
    return repository;
  }

  git(
    args: string[],
    options: { input?: string | Buffer; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    return runGit(args, { cwd: this.dir, ...options });
  }

  /** The commit a branch, tag or (short) hash names. */
  async resolve(ref: string): Promise<string | undefined> {
    if (ref.startsWith('-')) return undefined;
    for (const name of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
      try {
        const out = await this.git([
          'rev-parse',
          '--verify',
          '--quiet',
          `${name}^{commit}`,
        ]);
        return out.toString().trim();
      } catch {
        // Not this kind of name; the next one may be.
      }
    }
    return undefined;
  }

  /** Every ref with the object it points at. */
  async refs(prefix = 'refs/'): Promise<Map<string, string>> {
    const out = await this.git([
      'for-each-ref',
      '--format=%(refname) %(objectname)',
      prefix,
    ]);
    return new Map(
      splitLines(out).map(line => line.split(' ') as [string, string]),
    );
  }

  async branches(): Promise<Map<string, string>> {
    const refs = await this.refs('refs/heads/');
    return new Map(
      [...refs].map(([name, sha]) => [name.slice('refs/heads/'.length), sha]),
    );
  }

  /** The entry at a path of a commit; the root is a tree. */
  async entry(
    commit: string,
    filePath: string,
  ): Promise<TreeEntry | undefined> {
    if (filePath === '') {
      const out = await this.git(['rev-parse', `${commit}^{tree}`]);
      return {
        mode: '040000',
        type: 'tree',
        sha: out.toString().trim(),
        path: '',
      };
    }
    const [entry] = await this.#lsTree([commit, '--', filePath]);
    return entry;
  }

  list(commit: string, directory = '', options: { recursive?: boolean } = {}) {
    const treeish = directory ? `${commit}:${directory}` : commit;
    const prefix = directory ? `${directory}/` : '';
    return this.#lsTree([
      ...(options.recursive ? ['-r', '-t'] : []),
      treeish,
    ]).then(entries =>
      entries.map(entry => ({ ...entry, path: prefix + entry.path })),
    );
  }

  blob(sha: string): Promise<Buffer> {
    return this.git(['cat-file', 'blob', sha]);
  }

  async readFile(
    commit: string,
    filePath: string,
  ): Promise<Buffer | undefined> {
    const entry = await this.entry(commit, filePath);
    return entry?.type === 'blob' ? this.blob(entry.sha) : undefined;
  }

  async commit(sha: string): Promise<Commit | undefined> {
    const [commit] = await this.log(sha, { limit: 1 });
    return commit;
  }

  async log(
    ref: string,
    options: { limit: number; skip?: number; path?: string },
  ): Promise<Commit[]> {
    const out = await this.git([
      'log',
      '-z',
      `--format=${COMMIT_FORMAT}`,
      `--max-count=${options.limit}`,
      `--skip=${options.skip ?? 0}`,
      ref,
      '--',
      ...(options.path ? [options.path] : []),
    ]);
    return parseCommits(out.toString());
  }

  /** The files that differ between two commits; every file of `after` when there is no `before`. */
  async changedFiles(before: string | undefined, after: string) {
    const out = before
      ? await this.git(['diff', '--name-only', '-z', before, after])
      : await this.git(['ls-tree', '-r', '--name-only', '-z', after]);
    return out.toString().split('\0').filter(Boolean);
  }

  archive(commit: string, prefix: string): Promise<Buffer> {
    return this.git([
      'archive',
      '--format=tar.gz',
      `--prefix=${prefix}/`,
      commit,
    ]);
  }

  /** Commits file changes on a branch, which is created when it does not exist. */
  async writeFiles(options: {
    branch: string;
    changes: FileChanges;
    message: string;
    author: GitPerson;
    committer?: GitPerson;
  }): Promise<string> {
    const parent = (await this.branches()).get(options.branch);
    const tree = await this.#writeTree(parent, options.changes);
    const commit = await this.createCommit({
      ...options,
      tree,
      parents: parent ? [parent] : [],
    });
    await this.git([
      'update-ref',
      `refs/heads/${options.branch}`,
      commit,
      parent ?? '0'.repeat(40),
    ]);
    return commit;
  }

  async createCommit(options: {
    tree: string;
    parents: string[];
    message: string;
    author: GitPerson;
    committer?: GitPerson;
  }): Promise<string> {
    const { author, committer = author } = options;
    const out = await this.git(
      [
        'commit-tree',
        options.tree,
        ...options.parents.flatMap(sha => ['-p', sha]),
      ],
      {
        input: options.message,
        env: { ...toEnv('AUTHOR', author), ...toEnv('COMMITTER', committer) },
      },
    );
    return out.toString().trim();
  }

  async #writeTree(parent: string | undefined, changes: FileChanges) {
    const index = path.join(this.dir, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.git(['read-tree', parent ?? '--empty'], { env });
      const lines: string[] = [];
      for (const [file, content] of Object.entries(changes)) {
        if (content === null) {
          lines.push(`0 ${'0'.repeat(40)}\t${file}\0`);
        } else {
          const blob = await this.git(['hash-object', '-w', '--stdin'], {
            input: content,
          });
          const mode =
            (parent && (await this.entry(parent, file))?.mode) || '100644';
          lines.push(`${mode} ${blob.toString().trim()}\t${file}\0`);
        }
      }
      await this.git(['update-index', '-z', '--index-info'], {
        env,
        input: lines.join(''),
      });
      return (await this.git(['write-tree'], { env })).toString().trim();
    } finally {
      fs.rmSync(index, { force: true });
    }
  }

  async #lsTree(args: string[]): Promise<TreeEntry[]> {
    const out = await this.git(['ls-tree', '-l', '-z', ...args]);
    return out.toString().split('\0').filter(Boolean).map(parseTreeEntry);
  }
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

function toEnv(role: 'AUTHOR' | 'COMMITTER', person: GitPerson) {
  return {
    [`GIT_${role}_NAME`]: person.name,
    [`GIT_${role}_EMAIL`]: person.email,
    ...(person.date && { [`GIT_${role}_DATE`]: person.date }),
  };
}

function splitLines(out: Buffer): string[] {
  return out.toString().split('\n').filter(Boolean);
}
