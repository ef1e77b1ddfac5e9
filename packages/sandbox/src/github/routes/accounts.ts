import Router from 'express-promise-router';
import { paginate } from '../answer';
import { GithubContext } from '../context';
import { notFound } from '../errors';
import {
  toOrganizationFullJson,
  toOrganizationJson,
  toTeamJson,
  toUserJson,
} from '../shapes/account';
import { toRepositoryJson } from '../shapes/repository';
import { findRepository, readBody, readText } from './params';

/** Users, organisations and teams. */
export function createAccountRoutes(context: GithubContext) {
  const { store } = context;
  const router = Router();
  const findAccount = (login: string, type?: string) => {
    const account = store.account(login);
    if (!account || (type && account.type !== type)) throw notFound();
    return account;
  };
  const findTeam = (org: string, slug: string) => {
    const team = store.team(org, slug);
    if (!team) throw notFound();
    return team;
  };

  router.get('/user', (_req, res) => {
    res.json(toUserJson(findAccount(res.locals.login), context));
  });
  router.get('/user/orgs', (req, res) => {
    const orgs = store.accounts.filter(
      account => account.type === 'Organization',
    );
    res.json(
      paginate(req, res, orgs).map(org => toOrganizationJson(org, context)),
    );
  });
  router.get('/user/repos', (req, res) => {
    res.json(
      paginate(req, res, store.repositories).map(item =>
        toRepositoryJson(item, context),
      ),
    );
  });
  router.get('/users/:login', (req, res) => {
    res.json(toUserJson(findAccount(req.params.login), context));
  });
  router.get('/orgs/:login', (req, res) => {
    res.json(
      toOrganizationFullJson(
        findAccount(req.params.login, 'Organization'),
        context,
      ),
    );
  });
  router.get(['/users/:login/repos', '/orgs/:login/repos'], (req, res) => {
    const { login } = findAccount(req.params.login);
    const own = store.repositories.filter(item => item.owner === login);
    res.json(
      paginate(req, res, own).map(item => toRepositoryJson(item, context)),
    );
  });
  router.get('/orgs/:org/teams', (req, res) => {
    res.json(
      paginate(req, res, store.teams(req.params.org)).map(team =>
        toTeamJson(team, context),
      ),
    );
  });
  router.get('/orgs/:org/teams/:team', (req, res) => {
    res.json(toTeamJson(findTeam(req.params.org, req.params.team), context));
  });
  router.put('/orgs/:org/teams/:team/repos/:owner/:repo', (req, res) => {
    const team = findTeam(req.params.org, req.params.team);
    const repository = findRepository(req, context);
    repository.teams[team.slug] =
      readText(readBody(req), 'permission') ?? 'push';
    store.changed();
    res.status(204).end();
  });
  return router;
}
