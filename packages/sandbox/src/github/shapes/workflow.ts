import { createHash } from 'node:crypto';
import { GithubContext } from '../context';
import { getFullName, RepositoryRecord } from '../store';
import { toNodeId } from './account';

/** A workflow's id: GitHub's are numbers, so here one is made of its path. */
export function getWorkflowId(
  repository: RepositoryRecord,
  path: string,
): number {
  const hash = createHash('sha256').update(`${repository.id}/${path}`).digest();
  return hash.readUInt32BE(0);
}

export function toWorkflowJson(
  workflow: { path: string; name: string },
  repository: RepositoryRecord,
  { url, apiUrl }: GithubContext,
) {
  const id = getWorkflowId(repository, workflow.path);
  const fullName = getFullName(repository);
  const file = workflow.path.split('/').pop();
  return {
    id,
    node_id: toNodeId('Workflow', id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    url: `${apiUrl}/repos/${fullName}/actions/workflows/${id}`,
    html_url: `${url}/${fullName}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${url}/${fullName}/workflows/${file}/badge.svg`,
  };
}

/** Whether a workflow is the one a request names by its id, file or path. */
export function isWorkflowNamed(
  repository: RepositoryRecord,
  path: string,
  id: string,
): boolean {
  return (
    path === id ||
    path.split('/').pop() === id ||
    String(getWorkflowId(repository, path)) === id
  );
}
