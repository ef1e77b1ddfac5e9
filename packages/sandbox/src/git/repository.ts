import fs from 'node:fs';
import { Commit, COMMIT_FORMAT, parseCommits } from './commit';
import { DIFF_OPTIONS, parseDiff } from './diff';
import { runGit } from './runGit';
import { parseTree, TreeEntry } from './tree';

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

  async mergeBase(left: string, right: string): Promise<string> {
    return (await this.git(['merge-base', left, right])).toString().trim();
  }

  /** How each file differs; of a commit without a parent every file is added. */
  async diff(before: string | undefined, after: string) {
    // The hash of the tree that holds nothing, which git knows without having it.
    const base = before ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
    const out = await this.git(['diff', ...DIFF_OPTIONS, base, after]);
    return parseDiff(out.toString());
  }

  archive(commit: string, prefix: string): Promise<Buffer> {
    return this.git([
      'archive',
      '--format=tar.gz',
      `--prefix=${prefix}/`,
      commit,
    ]);
  }

  async #lsTree(args: string[]): Promise<TreeEntry[]> {
    const out = await this.git(['ls-tree', '-l', '-z', ...args]);
    return parseTree(out.toString());
  }
}

function splitLines(out: Buffer): string[] {
  return out.toString().split('\n').filter(Boolean);
}
