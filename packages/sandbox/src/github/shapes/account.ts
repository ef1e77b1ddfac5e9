import { GithubContext } from '../context';
import { Account, Team } from '../store';

/** A user or organisation as GitHub's REST API writes it. */
export function toAccountJson(
  account: Account,
  { url, apiUrl }: GithubContext,
) {
  const { login } = account;
  return {
    login,
    id: account.id,
    node_id: toNodeId(account.type, account.id),
    avatar_url: '',
    html_url: `${url}/${login}`,
    url: `${apiUrl}/users/${login}`,
    repos_url: `${apiUrl}/users/${login}/repos`,
    type: account.type,
    site_admin: false,
    name: login,
  };
}

export function toTeamJson(team: Team, { url, apiUrl }: GithubContext) {
  return {
    id: team.id,
    node_id: toNodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    url: `${apiUrl}/orgs/${team.org}/teams/${team.slug}`,
    html_url: `${url}/orgs/${team.org}/teams/${team.slug}`,
    parent: null,
  };
}

/** GitHub's opaque global id. */
export function toNodeId(type: string, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}
