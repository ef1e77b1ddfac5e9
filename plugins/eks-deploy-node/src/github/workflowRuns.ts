import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Octokit } from '@octokit/rest';
import type { WorkflowJob } from './GithubClient';
import { isHttpError } from './isHttpError';

/** Starts a workflow; a second POST follows only on a 4xx, by which GitHub says that the first started nothing. */
export async function dispatchOnce(
  octokit: Octokit,
  dispatch: {
    owner: string;
    repo: string;
    workflow_id: string;
    ref: string;
    inputs: Record<string, string>;
  },
): Promise<WorkflowRun | undefined> {
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

/** A job of GitHub's API as our own. */
export function toWorkflowJob(job: {
  name: string;
  html_url: string | null;
  conclusion: string | null;
  steps?: Array<{
    name: string;
    conclusion: string | null;
    started_at?: string | null;
  }>;
}): WorkflowJob {
  const { steps = [] } = job;
  return {
    name: job.name,
    began: steps.some(step => Boolean(step.started_at)),
    ...(job.html_url && { url: job.html_url }),
    ...(job.conclusion && { conclusion: job.conclusion }),
    failedStep: steps.find(({ conclusion }) => conclusion === 'failure')?.name,
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
