import Router from 'express-promise-router';
import { GithubContext } from '../context';
import { GithubError, invalid, notFound } from '../errors';
import { paginate, readPage } from '../answer';
import {
  toCommitJson,
  toDiffEntryJson,
  toGitCommitJson,
} from '../shapes/commit';
import { toRepositoryJson } from '../shapes/repository';
import { RepositoryRecord } from '../store';
import { readPath } from './contents';
import {
  findCommit,
  findRepository,
  readBody,
  readQuery,
  readText,
} from './params';

/** Branches, commits, trees, blobs and refs. */
export function createGitRoutes(context: GithubContext) {
  const { store, apiUrl } = context;
  const router = Router();
  const base = '/repos/:owner/:repo';
  const findCommitObject = async (
    repository: RepositoryRecord,
    ref?: string,
  ) => {
    const sha = await findCommit(repository, ref, context);
    const commit = await store.git(repository).commit(sha);
    if (!commit) throw notFound();
    return commit;
  };
  const toRefJson = (
    repository: RepositoryRecord,
    ref: string,
    sha: string,
  ) => ({
    ref,
    node_id: ref,
    url: `${apiUrl}/repos/${repository.owner}/${repository.name}/git/${ref}`,
    object: {
      type: 'commit',
      sha,
      url: `${apiUrl}/repos/${repository.owner}/${repository.name}/git/commits/${sha}`,
    },
  });

  router.get(`${base}/branches`, async (req, res) => {
    const repository = findRepository(req, context);
    const branches = [...(await store.git(repository).branches())];
    res.json(
      paginate(req, res, branches).map(([name, sha]) => ({
        name,
        commit: {
          sha,
          url: `${apiUrl}/repos/${repository.owner}/${repository.name}/commits/${sha}`,
        },
        protected: name in repository.protection,
      })),
    );
  });
  router.get(`${base}/branches/*`, async (req, res) => {
    const repository = findRepository(req, context);
    const name = readPath(req.params);
    const sha = (await store.git(repository).branches()).get(name);
    if (!sha) throw new GithubError(404, 'Branch not found');
    const commit = await findCommitObject(repository, sha);
    const self = `${apiUrl}/repos/${repository.owner}/${repository.name}/branches/${name}`;
    const html = `${context.url}/${repository.owner}/${repository.name}/tree/${name}`;
    res.json({
      name,
      commit: toCommitJson(commit, repository, context),
      protected: name in repository.protection,
      protection: { enabled: name in repository.protection },
      protection_url: `${self}/protection`,
      _links: { self, html },
    });
  });

  router.get(`${base}/commits`, async (req, res) => {
    const repository = findRepository(req, context);
    const ref = await findCommit(repository, readQuery(req, 'sha'), context);
    const { page, perPage } = readPage(req);
    const path = readQuery(req, 'path');
    const commits = await store.git(repository).log(ref, {
      limit: perPage,
      skip: (page - 1) * perPage,
      ...(path && { path }),
    });
    res.json(commits.map(commit => toCommitJson(commit, repository, context)));
  });
  router.get(`${base}/commits/*/status`, async (req, res) => {
    const repository = findRepository(req, context);
    const { sha } = await findCommitObject(repository, readPath(req.params));
    const url = `${apiUrl}/repos/${repository.owner}/${repository.name}/commits/${sha}`;
    res.json({
      // Nobody sets a status here: GitHub calls that pending.
      state: 'pending',
      statuses: [],
      sha,
      total_count: 0,
      commit_url: url,
      url: `${url}/status`,
      repository: toRepositoryJson(repository, context),
    });
  });
  router.get(`${base}/commits/*`, async (req, res) => {
    const repository = findRepository(req, context);
    const commit = await findCommitObject(repository, readPath(req.params));
    const files = await store
      .git(repository)
      .diff(commit.parents[0], commit.sha);
    res.json({
      ...toCommitJson(commit, repository, context),
      files: files.map(file =>
        toDiffEntryJson(file, commit.sha, repository, context),
      ),
    });
  });
  router.get(`${base}/compare/:range`, async (req, res) => {
    const repository = findRepository(req, context);
    const [from, to] = req.params.range.split('...');
    if (!to) throw notFound();
    const before = await findCommitObject(repository, from);
    const after = await findCommitObject(repository, to);
    const git = store.git(repository);
    const ahead = await git.log(`${before.sha}..${after.sha}`, { limit: 250 });
    const behind = await git.log(`${after.sha}..${before.sha}`, { limit: 250 });
    const mergeBase = await findCommitObject(
      repository,
      await git.mergeBase(before.sha, after.sha),
    );
    const files = await git.diff(mergeBase.sha, after.sha);
    const fullName = `${repository.owner}/${repository.name}`;
    const html = `${context.url}/${fullName}/compare/${req.params.range}`;
    res.json({
      url: `${apiUrl}/repos/${fullName}/compare/${req.params.range}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      status: getStatus(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      base_commit: toCommitJson(before, repository, context),
      merge_base_commit: toCommitJson(mergeBase, repository, context),
      commits: ahead
        .reverse()
        .map(commit => toCommitJson(commit, repository, context)),
      files: files.map(file =>
        toDiffEntryJson(file, after.sha, repository, context),
      ),
    });
  });

  router.get(`${base}/git/trees/:sha`, async (req, res) => {
    const repository = findRepository(req, context);
    const commit = await findCommit(repository, req.params.sha, context);
    const entries = await store
      .git(repository)
      .list(commit, '', { recursive: req.query.recursive !== undefined });
    const api = `${apiUrl}/repos/${repository.owner}/${repository.name}/git`;
    res.json({
      sha: commit,
      url: `${api}/trees/${commit}`,
      truncated: false,
      tree: entries.map(entry => ({
        ...entry,
        url: `${api}/${entry.type}s/${entry.sha}`,
      })),
    });
  });
  router.get(`${base}/git/blobs/:sha`, async (req, res) => {
    const { sha } = req.params;
    if (!/^[0-9a-f]{40}$/.test(sha)) throw notFound();
    const repository = findRepository(req, context);
    const content = await store.git(repository).blob(sha);
    res.json({
      sha,
      node_id: sha,
      url: `${apiUrl}/repos/${repository.owner}/${repository.name}/git/blobs/${sha}`,
      size: content.length,
      encoding: 'base64',
      content: content.toString('base64'),
    });
  });
  router.get(`${base}/git/commits/:sha`, async (req, res) => {
    const repository = findRepository(req, context);
    const commit = await findCommitObject(repository, req.params.sha);
    res.json(toGitCommitJson(commit, repository, context));
  });
  router.get(`${base}/git/ref/*`, async (req, res) => {
    const repository = findRepository(req, context);
    const refs = await store.git(repository).refs();
    if (refs.size === 0) throw new GithubError(409, 'Git Repository is empty.');
    const ref = `refs/${readPath(req.params)}`;
    const sha = refs.get(ref);
    if (!sha) throw notFound();
    res.json(toRefJson(repository, ref, sha));
  });
  router.post(`${base}/git/refs`, async (req, res) => {
    const repository = findRepository(req, context);
    const ref = readText(readBody(req), 'ref') ?? '';
    const sha = readText(readBody(req), 'sha') ?? '';
    const git = store.git(repository);
    if (!/^refs\/(heads|tags)\/[^~^:?*[\\ ]+$/.test(ref)) {
      throw invalid('Reference', 'ref', 'invalid');
    }
    if ((await git.refs()).has(ref))
      throw new GithubError(422, 'Reference already exists');
    if (!(await git.resolve(sha)))
      throw new GithubError(422, 'Object does not exist');
    await git.git(['update-ref', ref, sha]);
    res.status(201).json(toRefJson(repository, ref, sha));
  });
  return router;
}

function getStatus(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
