import { GithubContext } from '../context';
import { Account, Team } from '../store';

/** Nobody is older here than the sandbox itself says. */
const SINCE = '2026-01-01T00:00:00Z';

/** A user or organisation as it stands within other answers: GitHub's `simple-user`. */
export function toAccountJson(
  account: Account,
  { url, apiUrl }: GithubContext,
) {
  const { login } = account;
  const api = `${apiUrl}/users/${login}`;
  return {
    login,
    id: account.id,
    node_id: toNodeId(account.type, account.id),
    avatar_url: `${url}/avatars/u/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

/** A user or organisation by itself: GitHub's `public-user`. */
export function toUserJson(account: Account, context: GithubContext) {
  return {
    ...toAccountJson(account, context),
    ...toCounts(account, context),
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    bio: null,
    hireable: null,
  };
}

/** An organisation in a list: GitHub's `organization-simple`. */
export function toOrganizationJson(
  account: Account,
  { url, apiUrl }: GithubContext,
) {
  const { login, id, type } = account;
  const api = `${apiUrl}/orgs/${login}`;
  return {
    login,
    id,
    node_id: toNodeId(type, id),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${url}/avatars/u/${id}`,
    description: null,
  };
}

/** An organisation by itself: GitHub's `organization-full`. */
export function toOrganizationFullJson(
  account: Account,
  context: GithubContext,
) {
  return {
    ...toOrganizationJson(account, context),
    ...toCounts(account, context),
    name: account.login,
    html_url: `${context.url}/${account.login}`,
    type: account.type,
    has_organization_projects: false,
    has_repository_projects: false,
    archived_at: null,
  };
}

/** GitHub's `team`, and what `team-full` has beyond it. */
export function toTeamJson(team: Team, context: GithubContext) {
  const { url, apiUrl, store } = context;
  const api = `${apiUrl}/orgs/${team.org}/teams/${team.slug}`;
  const organization = store.account(team.org);
  return {
    id: team.id,
    node_id: toNodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    type: 'organization',
    url: api,
    html_url: `${url}/orgs/${team.org}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    parent: null,
    created_at: SINCE,
    updated_at: SINCE,
    members_count: 1,
    repos_count: store.repositories.filter(({ teams }) => team.slug in teams)
      .length,
    ...(organization && {
      organization: toOrganizationFullJson(organization, context),
    }),
  };
}

/** GitHub's opaque global id. */
export function toNodeId(type: string, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

function toCounts({ login }: Account, { store }: GithubContext) {
  return {
    public_repos: store.repositories.filter(({ owner }) => owner === login)
      .length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: SINCE,
    updated_at: SINCE,
  };
}
