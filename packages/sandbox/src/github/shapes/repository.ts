import { GithubContext } from '../context';
import { RepositoryRecord } from '../store';
import { toAccountJson, toNodeId } from './account';

/** A repository as GitHub's REST API writes it. */
export function toRepositoryJson(
  repository: RepositoryRecord,
  context: GithubContext,
) {
  const { owner, name } = repository;
  const fullName = `${owner}/${name}`;
  const html = `${context.url}/${fullName}`;
  const api = `${context.apiUrl}/repos/${fullName}`;
  const account = context.store.account(owner);
  return {
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    ...repository.settings,
    id: repository.id,
    node_id: toNodeId('Repository', repository.id),
    name,
    full_name: fullName,
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
    open_issues_count: repository.issues.length,
    permissions: {
      admin: true,
      maintain: true,
      push: true,
      triage: true,
      pull: true,
    },
    html_url: html,
    clone_url: `${html}.git`,
    git_url: `${html}.git`,
    ssh_url: `${html}.git`,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    trees_url: `${api}/git/trees{/sha}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    issues_url: `${api}/issues{/number}`,
    deployments_url: `${api}/deployments`,
  };
}
