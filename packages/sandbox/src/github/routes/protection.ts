import Router from 'express-promise-router';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { GithubError } from '../errors';
import { toProtectionJson } from '../shapes/protection';
import { getFullName, Json } from '../store';
import { findRepository, readBody } from './params';

/** Branch protection and rulesets: kept and answered, not enforced. */
export function createProtectionRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const path = '/repos/:owner/:repo/branches/:branch/protection';

  router.get(path, (req, res) => {
    const protection = findRepository(req, context).protection[
      req.params.branch
    ];
    if (!protection) throw new GithubError(404, 'Branch not protected');
    res.json(protection);
  });
  router.put(path, async (req, res) => {
    const repository = findRepository(req, context);
    const branches = await store.git(repository).branches();
    if (!branches.has(req.params.branch))
      throw new GithubError(404, 'Branch not found');
    const protection = toProtectionJson(
      readBody(req),
      `${context.apiUrl}${req.path}`,
    );
    repository.protection[req.params.branch] = protection;
    store.changed();
    res.json(protection);
  });
  router.delete(path, (req, res) => {
    delete findRepository(req, context).protection[req.params.branch];
    store.changed();
    res.status(204).end();
  });
  router.post(`${path}/required_signatures`, (req, res) => {
    findRepository(req, context);
    res.json({ url: `${context.apiUrl}${req.path}`, enabled: true });
  });

  router.get('/repos/:owner/:repo/rulesets', (req, res) => {
    res.json(paginate(req, res, findRepository(req, context).rulesets));
  });
  router.post('/repos/:owner/:repo/rulesets', (req, res) => {
    const repository = findRepository(req, context);
    const ruleset: Json = {
      ...readBody(req),
      id: store.nextId(),
      source_type: 'Repository',
      source: getFullName(repository),
    };
    repository.rulesets.push(ruleset);
    store.changed();
    res.status(201).json(ruleset);
  });
  return router;
}
