import { GithubContext } from '../context';
import { RepositoryRecord } from '../store';
import { toAccountJson, toNodeId } from './account';

/** A repository as GitHub's REST API writes it: its `full-repository`. */
export function toRepositoryJson(
  repository: RepositoryRecord,
  context: GithubContext,
) {
  const { owner, name } = repository;
  const account = context.store.account(owner);
  return {
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    ...repository.settings,
    id: repository.id,
    node_id: toNodeId('Repository', repository.id),
    name,
    full_name: `${owner}/${name}`,
    owner: account && toAccountJson(account, context),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    description: repository.description,
    homepage: repository.homepage,
    fork: false,
    archived: false,
    disabled: false,
    topics: repository.topics,
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    size: 1,
    language: null,
    license: null,
    permissions: {
      admin: true,
      maintain: true,
      push: true,
      triage: true,
      pull: true,
    },
    ...countInterest(repository),
    ...toRepositoryUrls(repository, context),
  };
}

/** Nobody watches, stars or forks here. */
function countInterest({ issues }: RepositoryRecord) {
  return {
    open_issues: issues.length,
    open_issues_count: issues.length,
    forks: 0,
    forks_count: 0,
    watchers: 0,
    watchers_count: 0,
    stargazers_count: 0,
    network_count: 0,
    subscribers_count: 0,
  };
}

/** Where everything of a repository is; most of it the sandbox does not have. */
function toRepositoryUrls(
  { owner, name }: RepositoryRecord,
  context: GithubContext,
) {
  const html = `${context.url}/${owner}/${name}`;
  const api = `${context.apiUrl}/repos/${owner}/${name}`;
  return {
    html_url: html,
    clone_url: `${html}.git`,
    git_url: `${html}.git`,
    ssh_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
  };
}
