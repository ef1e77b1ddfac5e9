import path from 'node:path';
import { JobContext } from './jobContext';

/** A folder of Linux tools; nothing else of the host's environment reaches a step. */
const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';

/** The whole environment of a step's process. */
export function createStepEnvironment(
  context: JobContext,
  stepEnv: Record<string, string>,
  files: Record<string, string>,
): Record<string, string> {
  const { run, job, services } = context;
  const { host, tools } = services;
  const refName = run.ref.replace(/^refs\/(heads|tags)\//, '');
  return {
    PATH: [...context.pathAdditions, tools.binDir, SYSTEM_PATH].join(':'),
    HOME: context.home,
    LANG: 'C.UTF-8',
    TMPDIR: context.temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: `step${job.steps.length}`,
    GITHUB_ACTOR: run.actor,
    GITHUB_TRIGGERING_ACTOR: run.actor,
    GITHUB_API_URL: host.apiUrl,
    GITHUB_SERVER_URL: host.serverUrl,
    GITHUB_GRAPHQL_URL: `${host.serverUrl}/api/graphql`,
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: path.join(context.temp, 'event.json'),
    GITHUB_JOB: job.key,
    GITHUB_REF: run.ref,
    GITHUB_REF_NAME: refName,
    GITHUB_REF_TYPE: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: run.repository,
    GITHUB_REPOSITORY_OWNER: run.repository.split('/')[0],
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    GITHUB_SHA: run.sha,
    GITHUB_WORKFLOW: run.name,
    GITHUB_WORKFLOW_REF: `${run.repository}/${run.workflowPath}@${run.ref}`,
    GITHUB_WORKFLOW_SHA: run.sha,
    GITHUB_WORKSPACE: context.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'sandbox',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: context.temp,
    RUNNER_TOOL_CACHE: context.temp,
    SANDBOX_AWS_URL: tools.awsUrl,
    SANDBOX_REGION: tools.region,
    SANDBOX_KUBECONFIG: tools.kubeconfig,
    ...context.env,
    ...stepEnv,
    ...files,
  };
}
