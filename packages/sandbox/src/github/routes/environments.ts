import Router from 'express-promise-router';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { toNodeId } from '../shapes/account';
import { EnvironmentRecord, Json, RepositoryRecord } from '../store';
import { findEnvironment, findRepository, readBody } from './params';

/** GitHub Environments; their reviewers and waiting times are kept, not enforced. */
export function createEnvironmentRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const path = '/repos/:owner/:repo/environments';

  router.get(path, (req, res) => {
    const all = Object.values(findRepository(req, context).environments);
    res.json({
      total_count: all.length,
      environments: paginate(req, res, all).map(item =>
        toEnvironmentJson(item, findRepository(req, context), context),
      ),
    });
  });
  router.get(`${path}/:environment`, (req, res) => {
    const environment = findEnvironment(req, context);
    const repository = findRepository(req, context);
    res.json(toEnvironmentJson(environment, repository, context));
  });
  router.put(`${path}/:environment`, async (req, res) => {
    const repository = findRepository(req, context);
    const name = req.params.environment;
    const now = new Date().toISOString();
    const environment = (repository.environments[name] ??= {
      id: store.nextId(),
      name,
      createdAt: now,
      updatedAt: now,
      settings: {},
      branchPolicies: [],
      variables: {},
      secrets: {},
    });
    environment.settings = readBody(req);
    environment.updatedAt = now;
    store.changed();
    await context.onEnvironment(repository, environment);
    res.json(toEnvironmentJson(environment, repository, context));
  });
  router.delete(`${path}/:environment`, (req, res) => {
    const { name } = findEnvironment(req, context);
    delete findRepository(req, context).environments[name];
    store.changed();
    res.status(204).end();
  });
  router.get(`${path}/:environment/deployment-branch-policies`, (req, res) => {
    const all = findEnvironment(req, context).branchPolicies;
    res.json({
      total_count: all.length,
      branch_policies: paginate(req, res, all),
    });
  });
  router.post(`${path}/:environment/deployment-branch-policies`, (req, res) => {
    const policy: Json = { ...readBody(req), id: store.nextId() };
    findEnvironment(req, context).branchPolicies.push(policy);
    store.changed();
    res.json(policy);
  });
  return router;
}

function toEnvironmentJson(
  environment: EnvironmentRecord,
  { owner, name }: RepositoryRecord,
  { url, apiUrl }: GithubContext,
) {
  const { settings } = environment;
  const path = `environments/${encodeURIComponent(environment.name)}`;
  return {
    id: environment.id,
    node_id: toNodeId('Environment', environment.id),
    name: environment.name,
    url: `${apiUrl}/repos/${owner}/${name}/${path}`,
    html_url: `${url}/${owner}/${name}/${path}`,
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    protection_rules: [],
    deployment_branch_policy: settings.deployment_branch_policy ?? null,
  };
}
