import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Octokit } from '@octokit/rest';
import type { WorkflowDispatch } from './GithubClient';
import { isHttpError } from './isHttpError';

/** Starts a workflow; a second POST follows only on a 4xx, by which GitHub says that the first started nothing. */
export async function dispatchOnce(
  octokit: Octokit,
  { repository, workflow, inputs }: WorkflowDispatch,
): Promise<WorkflowRun | undefined> {
  const address = { owner: repository.owner, repo: repository.name };
  const { data: found } = await octokit.repos.get(address);
  const dispatch = {
    ...address,
    workflow_id: workflow,
    ref: found.default_branch,
    inputs,
  };
  try {
    const { data } = await octokit.request(
      'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      { ...dispatch, return_run_details: true },
    );
    return fromRunDetails(data);
  } catch (error) {
    if (!rejectsRunDetails(error)) {
      throw error;
    }
    await octokit.actions.createWorkflowDispatch(dispatch);
    return undefined;
  }
}

/** A run of GitHub's API as our own. */
export function toWorkflowRun(run: {
  id: number;
  html_url: string;
  status: string | null;
  conclusion: string | null;
}): WorkflowRun {
  return {
    id: run.id,
    url: run.html_url,
    status: run.status ?? 'queued',
    ...(run.conclusion && { conclusion: run.conclusion }),
  };
}

// GitHub Enterprise Servers of before 2026 don't know the field and refuse the whole request.
function rejectsRunDetails(error: unknown): boolean {
  return (
    isHttpError(error) &&
    (error.status === 400 || error.status === 422) &&
    error.message.includes('return_run_details')
  );
}

// Octokit 20 was typed before the endpoint had an answer other than 204.
function fromRunDetails(data: unknown): WorkflowRun | undefined {
  if (
    typeof data === 'object' &&
    data !== null &&
    'workflow_run_id' in data &&
    typeof data.workflow_run_id === 'number' &&
    'html_url' in data &&
    typeof data.html_url === 'string'
  ) {
    return { id: data.workflow_run_id, url: data.html_url, status: 'queued' };
  }
  return undefined;
}
