import { Commit } from '../../git/commit';
import { ChangedFile } from '../../git/diff';
import { GithubContext } from '../context';
import { RepositoryRecord } from '../store';

/** A commit as the repository routes write it. */
export function toCommitJson(
  commit: Commit,
  repository: RepositoryRecord,
  { url, apiUrl }: GithubContext,
) {
  const api = `${apiUrl}/repos/${repository.owner}/${repository.name}`;
  const html = `${url}/${repository.owner}/${repository.name}/commit`;
  const { sha } = commit;
  return {
    sha,
    node_id: sha,
    url: `${api}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    author: null,
    committer: null,
    commit: {
      message: commit.message,
      author: commit.author,
      committer: commit.committer,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${sha}`,
      comment_count: 0,
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
    parents: commit.parents.map(parent => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${html}/${parent}`,
    })),
  };
}

/** A commit as the git-data routes write it. */
export function toGitCommitJson(
  commit: Commit,
  repository: RepositoryRecord,
  context: GithubContext,
) {
  const {
    commit: inner,
    parents,
    sha,
    html_url,
  } = toCommitJson(commit, repository, context);
  return {
    sha,
    node_id: sha,
    url: inner.url,
    html_url,
    author: inner.author,
    committer: inner.committer,
    message: inner.message,
    tree: inner.tree,
    parents,
    verification: inner.verification,
  };
}

/** A file that changed between two commits: GitHub's `diff-entry`. */
export function toDiffEntryJson(
  file: ChangedFile,
  commit: string,
  repository: RepositoryRecord,
  { url, apiUrl }: GithubContext,
) {
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${url}/${fullName}/blob/${commit}/${file.path}`,
    raw_url: `${url}/${fullName}/raw/${commit}/${file.path}`,
    contents_url: `${apiUrl}/repos/${fullName}/contents/${file.path}?ref=${commit}`,
  };
}
