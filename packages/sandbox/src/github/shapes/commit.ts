import { Commit } from '../../git/commit';
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
