import { createHash } from 'node:crypto';
import { Job, WorkflowRun } from '../../actions/run/types';
import { GithubContext } from '../context';
import { RepositoryRecord } from '../store';
import { toAccountJson, toNodeId } from './account';
import { toRepositoryJson } from './repository';

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
  const fullName = `${repository.owner}/${repository.name}`;
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

export function toRunJson(
  run: WorkflowRun,
  repository: RepositoryRecord,
  context: GithubContext,
) {
  const api = getRunUrl(run, context);
  const workflowId = getWorkflowId(repository, run.workflowPath);
  const account = context.store.account(run.actor);
  const actor = account
    ? toAccountJson(account, context)
    : { login: run.actor };
  return {
    id: run.id,
    node_id: toNodeId('WorkflowRun', run.id),
    name: run.name,
    display_title: run.title,
    head_branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    head_sha: run.sha,
    path: run.workflowPath,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId,
    check_suite_id: run.id,
    url: api,
    html_url: `${context.url}/${run.repository}/actions/runs/${run.id}`,
    jobs_url: `${api}/jobs`,
    logs_url: `${api}/logs`,
    artifacts_url: `${api}/artifacts`,
    cancel_url: `${api}/cancel`,
    rerun_url: `${api}/rerun`,
    workflow_url: `${context.apiUrl}/repos/${run.repository}/actions/workflows/${workflowId}`,
    pull_requests: [],
    referenced_workflows: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.startedAt,
    actor,
    triggering_actor: actor,
    repository: toRepositoryJson(repository, context),
    head_repository: toRepositoryJson(repository, context),
  };
}

export function toJobJson(run: WorkflowRun, job: Job, context: GithubContext) {
  const base = `${context.apiUrl}/repos/${run.repository}/actions`;
  return {
    id: job.id,
    node_id: toNodeId('Job', job.id),
    run_id: run.id,
    run_url: getRunUrl(run, context),
    run_attempt: job.attempt,
    workflow_name: run.name,
    head_branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    head_sha: run.sha,
    url: `${base}/jobs/${job.id}`,
    html_url: `${context.url}/${run.repository}/actions/runs/${run.id}/job/${job.id}`,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt,
    labels: ['ubuntu-24.04'],
    runner_id: 1,
    runner_name: 'sandbox',
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
    steps: job.steps.map(step => ({
      name: step.name,
      number: step.number,
      status: step.status,
      conclusion: step.conclusion,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
  };
}

export function getRunUrl(run: WorkflowRun, { apiUrl }: GithubContext): string {
  return `${apiUrl}/repos/${run.repository}/actions/runs/${run.id}`;
}
