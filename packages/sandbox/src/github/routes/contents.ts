import Router from 'express-promise-router';
import { commitFiles } from '../../git/commitWriter';
import { TreeEntry } from '../../git/tree';
import { GithubContext } from '../context';
import { GithubError, invalid, notFound } from '../errors';
import { toGitCommitJson } from '../shapes/commit';
import { RepositoryRecord } from '../store';
import {
  findCommit,
  findRepository,
  readBody,
  readQuery,
  readText,
} from './params';

const RAW = /application\/vnd\.github(\.v3)?\.raw/;

/** Files of a repository by their path, and where archives of all of them are. */
export function createContentRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const base = '/repos/:owner/:repo';

  router.get([`${base}/contents`, `${base}/contents/*`], async (req, res) => {
    const repository = findRepository(req, context);
    const git = store.git(repository);
    const ref = readQuery(req, 'ref') ?? repository.defaultBranch;
    const commit = await findCommit(repository, ref, context);
    const filePath = readPath(req.params);
    const entry = await git.entry(commit, filePath);
    if (!entry) throw notFound();
    if (entry.type === 'tree') {
      const entries = await git.list(commit, filePath);
      res.json(
        entries.map(item => toContentJson(item, ref, repository, context)),
      );
      return;
    }
    const content = await git.blob(entry.sha);
    if (RAW.test(req.get('accept') ?? '')) {
      const [last] = await git.log(commit, { limit: 1, path: filePath });
      res.set('Last-Modified', new Date(last.committer.date).toUTCString());
      res.type('application/vnd.github.raw+json; charset=utf-8').send(content);
      return;
    }
    res.json({
      ...toContentJson(entry, ref, repository, context),
      encoding: 'base64',
      content: content.toString('base64'),
    });
  });

  router.put(`${base}/contents/*`, async (req, res) => {
    const repository = findRepository(req, context);
    const git = store.git(repository);
    const body = readBody(req);
    const filePath = readPath(req.params);
    const branch = readText(body, 'branch') ?? repository.defaultBranch;
    const message = readText(body, 'message');
    if (!message) throw invalid('Content', 'message', 'missing_field');
    const before = (await git.branches()).get(branch);
    const existing = before && (await git.entry(before, filePath));
    const sha = readText(body, 'sha');
    if (existing && !sha) {
      throw new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    }
    if (existing && sha !== existing.sha) {
      throw new GithubError(409, `${filePath} does not match ${sha}`);
    }
    const person = { name: res.locals.login, email: 'sandbox@example.com' };
    const commit = await commitFiles(git, {
      branch,
      changes: {
        [filePath]: Buffer.from(readText(body, 'content') ?? '', 'base64'),
      },
      message,
      author: person,
    });
    await context.actions.onPush(`${repository.owner}/${repository.name}`, {
      ref: `refs/heads/${branch}`,
      before: before ?? '0'.repeat(40),
      after: commit,
      pusher: res.locals.login,
    });
    const entry = await git.entry(commit, filePath);
    const made = await git.commit(commit);
    res.status(existing ? 200 : 201).json({
      content: entry && toContentJson(entry, branch, repository, context),
      commit: made && toGitCommitJson(made, repository, context),
    });
  });

  router.get(
    ['/repos/:owner/:repo/tarball/*', '/repos/:owner/:repo/tarball'],
    async (req, res) => {
      const repository = findRepository(req, context);
      const commit = await findCommit(
        repository,
        readPath(req.params),
        context,
      );
      const { owner, name } = repository;
      res.redirect(302, `${context.url}/${owner}/${name}/archive/${commit}`);
    },
  );

  router.get('/repos/:owner/:repo/readme', async (req, res) => {
    const repository = findRepository(req, context);
    const commit = await findCommit(repository, readQuery(req, 'ref'), context);
    const git = store.git(repository);
    const entry = await git.entry(commit, 'README.md');
    if (!entry) throw notFound();
    const content = (await git.blob(entry.sha)).toString('base64');
    res.json({
      ...toContentJson(entry, repository.defaultBranch, repository, context),
      encoding: 'base64',
      content,
    });
  });
  return router;
}

/** What a route's `*` has caught. */
export function readPath(params: Record<string, string>): string {
  return (params[0] ?? '').split('/').filter(Boolean).join('/');
}

function toContentJson(
  entry: TreeEntry,
  ref: string,
  repository: RepositoryRecord,
  { url, apiUrl }: GithubContext,
) {
  const fullName = `${repository.owner}/${repository.name}`;
  const isFile = entry.type === 'blob';
  const self = `${apiUrl}/repos/${fullName}/contents/${entry.path}?ref=${ref}`;
  const git = `${apiUrl}/repos/${fullName}/git/${entry.type}s/${entry.sha}`;
  const html = `${url}/${fullName}/${entry.type}/${ref}/${entry.path}`;
  return {
    type: isFile ? 'file' : 'dir',
    name: entry.path.split('/').pop(),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${url}/${fullName}/raw/${ref}/${entry.path}` : null,
    _links: { self, git, html },
  };
}
