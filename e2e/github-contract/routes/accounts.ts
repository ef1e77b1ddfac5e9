import { chatOf, type RouteCalls } from './RouteCalls';

const org = 'example-org';
const username = 'sandbox';
const team_slug = 'team-chat';

export const accounts: RouteCalls = {
  'GET /rate_limit': ({ octokit }) => octokit.rateLimit.get(),
  'GET /user': ({ octokit }) => octokit.users.getAuthenticated(),
  'GET /user/orgs': ({ octokit }) => octokit.orgs.listForAuthenticatedUser(),
  'GET /user/repos': ({ octokit }) => octokit.repos.listForAuthenticatedUser(),
  'GET /users/:login': async ({ octokit }) => {
    await octokit.users.getByUsername({ username });
    await octokit.users.getByUsername({ username: org });
  },
  'GET /orgs/:login': ({ octokit }) => octokit.orgs.get({ org }),
  'GET /users/:login/repos': ({ octokit }) =>
    octokit.repos.listForUser({ username: org }),
  'GET /orgs/:login/repos': ({ octokit }) => octokit.repos.listForOrg({ org }),
  'GET /orgs/:org/teams': ({ octokit }) => octokit.teams.list({ org }),
  'GET /orgs/:org/teams/:team': ({ octokit }) =>
    octokit.teams.getByName({ org, team_slug }),
  'PUT /orgs/:org/teams/:team/repos/:owner/:repo': scene =>
    scene.octokit.teams.addOrUpdateRepoPermissionsInOrg({
      ...{ org, team_slug, ...chatOf(scene) },
      permission: 'admin',
    }),
};
