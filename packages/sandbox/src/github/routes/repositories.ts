import Router from 'express-promise-router';
import { commitFiles } from '../../git/commitWriter';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { invalid, notFound } from '../errors';
import { toAccountJson } from '../shapes/account';
import { KEPT_LISTS, toKeptItem } from '../shapes/keptItem';
import { toRepositoryJson } from '../shapes/repository';
import { Json } from '../store';
import { findRepository, readBody, readText } from './params';

const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/** Repositories and who may use them. */
export function createRepositoryRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();

  router.post(['/orgs/:owner/repos', '/user/repos'], async (req, res) => {
    const body = readBody(req);
    const name = readText(body, 'name') ?? '';
    const account = store.account(req.params.owner ?? res.locals.login);
    if (!account) throw notFound();
    if (!NAME.test(name)) {
      throw invalid('Repository', 'name', 'custom', 'name is invalid');
    }
    if (store.repository(account.login, name)) {
      throw invalid(
        'Repository',
        'name',
        'custom',
        'name already exists on this account',
      );
    }
    const repository = await store.createRepository({
      owner: account.login,
      name,
      description: readText(body, 'description') ?? null,
      homepage: readText(body, 'homepage') ?? null,
      private: body.private === true || body.visibility === 'private',
      settings: readSettings(body),
    });
    if (body.auto_init === true) {
      const person = { name: res.locals.login, email: 'sandbox@example.com' };
      await commitFiles(store.git(repository), {
        branch: repository.defaultBranch,
        changes: { 'README.md': Buffer.from(`# ${name}\n`) },
        message: 'Initial commit',
        author: person,
      });
    }
    res.status(201).json(toRepositoryJson(repository, context));
  });

  router.get('/repos/:owner/:repo', (req, res) => {
    res.json(toRepositoryJson(findRepository(req, context), context));
  });
  router.patch('/repos/:owner/:repo', (req, res) => {
    const repository = findRepository(req, context);
    const body = readBody(req);
    repository.description =
      readText(body, 'description') ?? repository.description;
    repository.defaultBranch =
      readText(body, 'default_branch') ?? repository.defaultBranch;
    Object.assign(repository.settings, readSettings(body));
    repository.updatedAt = new Date().toISOString();
    store.changed();
    res.json(toRepositoryJson(repository, context));
  });
  router.delete('/repos/:owner/:repo', (req, res) => {
    store.deleteRepository(findRepository(req, context));
    res.status(204).end();
  });

  router.get('/repos/:owner/:repo/topics', (req, res) => {
    res.json({ names: findRepository(req, context).topics });
  });
  router.put('/repos/:owner/:repo/topics', (req, res) => {
    const repository = findRepository(req, context);
    const { names } = readBody(req);
    if (!Array.isArray(names))
      throw invalid('Repository', 'topics', 'missing_field');
    repository.topics = names.map(String);
    store.changed();
    res.json({ names: repository.topics });
  });

  router.put('/repos/:owner/:repo/collaborators/:username', (req, res) => {
    const repository = findRepository(req, context);
    const account = store.account(req.params.username);
    if (!account) throw notFound();
    repository.collaborators[account.login] =
      readText(readBody(req), 'permission') ?? 'push';
    store.changed();
    res.status(204).end();
  });
  router.get(
    '/repos/:owner/:repo/collaborators/:username/permission',
    (req, res) => {
      const permission = findRepository(req, context).collaborators[
        req.params.username
      ];
      const account = store.account(req.params.username);
      const role = permission ?? 'admin';
      res.json({
        permission: role,
        role_name: role,
        user: account && {
          ...toAccountJson(account, context),
          role_name: role,
        },
      });
    },
  );
  router.put('/repos/:owner/:repo/subscription', (req, res) => {
    const { owner, name, createdAt } = findRepository(req, context);
    const repositoryUrl = `${context.apiUrl}/repos/${owner}/${name}`;
    const { subscribed = true, ignored = false } = readBody(req);
    res.json({
      ...{ subscribed, ignored },
      reason: null,
      created_at: createdAt,
      url: `${repositoryUrl}/subscription`,
      repository_url: repositoryUrl,
    });
  });

  for (const list of KEPT_LISTS) {
    router.get(`/repos/:owner/:repo/${list}`, (req, res) => {
      const items = findRepository(req, context).lists[list] ?? [];
      res.json(paginate(req, res, items));
    });
    router.post(`/repos/:owner/:repo/${list}`, (req, res) => {
      const repository = findRepository(req, context);
      const item = toKeptItem(list, readBody(req), {
        id: store.nextId(),
        repositoryUrl: `${context.apiUrl}/repos/${repository.owner}/${repository.name}`,
        now: new Date().toISOString(),
      });
      (repository.lists[list] ??= []).push(item);
      store.changed();
      res.status(201).json(item);
    });
  }
  return router;
}

function readSettings(body: Json): Json {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) =>
      /^(has_|allow_|delete_branch|squash_|custom_)/.test(name),
    ),
  );
}
