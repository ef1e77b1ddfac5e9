import { createHash } from 'node:crypto';
import { GithubContext } from '../context';
import { IssueRecord, RepositoryRecord } from '../store';
import { toAccountJson, toNodeId } from './account';

const LABEL_COLOUR = 'ededed';

/** An issue as GitHub's REST API writes it. */
export function toIssueJson(
  issue: IssueRecord,
  repository: RepositoryRecord,
  context: GithubContext,
) {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${context.apiUrl}/repos/${fullName}`;
  const url = `${api}/issues/${issue.number}`;
  const toUser = (login: string) => {
    const account = context.store.account(login);
    return account ? [toAccountJson(account, context)] : [];
  };
  const assignees = issue.assignees.flatMap(toUser);
  return {
    id: issue.id,
    node_id: toNodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: 'open',
    locked: false,
    user: toUser(issue.author)[0] ?? null,
    labels: issue.labels.map(name => toLabelJson(name, api)),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: 0,
    author_association: 'OWNER',
    created_at: issue.createdAt,
    updated_at: issue.createdAt,
    closed_at: null,
    url,
    html_url: `${context.url}/${fullName}/issues/${issue.number}`,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
  };
}

/** A label comes to be by being used; its id is made of its name. */
export function toLabelJson(name: string, repositoryUrl: string) {
  const id = createHash('sha256').update(name).digest().readUInt32BE(0);
  return {
    id,
    node_id: toNodeId('Label', id),
    url: `${repositoryUrl}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: LABEL_COLOUR,
    default: false,
  };
}
