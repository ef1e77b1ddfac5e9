import { Artifact, Job, WorkflowRun } from '../../actions/run/types';
import { GithubContext } from '../context';
import { RepositoryRecord } from '../store';
import { toAccountJson, toNodeId } from './account';
import { toRepositoryJson } from './repository';
import { getWorkflowId } from './workflow';

const ARTIFACT_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

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
    check_suite_url: `${context.apiUrl}/repos/${run.repository}/check-suites/${run.id}`,
    // GitHub's word for a commit that it can't show: git would have to be asked for each run of a list.
    head_commit: null,
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
    check_run_url: `${context.apiUrl}/repos/${run.repository}/check-runs/${job.id}`,
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

export function toArtifactJson(
  artifact: Artifact,
  run: WorkflowRun,
  repository: RepositoryRecord,
  { apiUrl }: GithubContext,
) {
  const url = `${apiUrl}/repos/${run.repository}/actions/artifacts/${artifact.id}`;
  const created = Date.parse(artifact.createdAt);
  return {
    id: artifact.id,
    node_id: toNodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.sizeInBytes,
    digest: `sha256:${artifact.digest}`,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: new Date(created + ARTIFACT_LIFETIME_MS).toISOString(),
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: run.ref.replace(/^refs\/(heads|tags)\//, ''),
      head_sha: run.sha,
    },
  };
}
