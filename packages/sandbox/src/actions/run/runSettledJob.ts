import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { interpolateValue, Scope } from '../expressions/evaluate';
import { isMapping, isTruthy, toText } from '../expressions/values';
import { JobDefinition } from '../workflow/types';
import { enterGroup, Execution } from './execution';
import { createGithubContext } from './githubContext';
import { JobLog } from './jobLog';
import { addJob, failJob, openLog } from './jobRecord';
import { runJob } from './runJob';
import { Job, JobResult } from './types';

const ACTIONS_BOT = 'github-actions[bot]';

/** A job of a workflow, with everything its definition can refer to settled. */
export interface SettledJob {
  key: string;
  name: string;
  definition: JobDefinition;
  scope: Scope;
}

/** Runs a job in a fresh folder, with a token of its own; a job that a re-run keeps answers as it did. */
export async function runSettledJob(
  execution: Execution,
  settled: SettledJob,
): Promise<JobResult> {
  const { run, services, kept, prefix } = execution;
  const before = kept.find(job => job.name === prefix + settled.name);
  if (before) {
    return { result: 'success', outputs: before.outputs, isKept: true };
  }
  const job = addJob(execution, settled.key, settled.name);
  const log = openLog(execution, job);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-job-'));
  const token = services.host.issueToken(run.repository, ACTIONS_BOT);
  try {
    return await runInEnvironment(execution, settled, { job, log, dir, token });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failJob(execution, job, log, reason);
  } finally {
    services.host.revokeToken(token);
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs the steps with the environment's variables and secrets, when the job's concurrency group is free. */
async function runInEnvironment(
  execution: Execution,
  { definition, scope }: SettledJob,
  started: { job: Job; log: JobLog; dir: string; token: string },
): Promise<JobResult> {
  const { run, workflow, services, abort } = execution;
  const { job, log, token } = started;
  const environment = readEnvironment(definition, scope);
  if (environment) job.environment = environment;
  const secrets =
    execution.secrets ?? services.host.secrets(run.repository, environment);
  for (const secret of [token, ...Object.values(secrets)]) log.mask(secret);
  const contexts = {
    ...scope.contexts,
    vars: services.host.variables(run.repository, environment),
    secrets: { ...secrets, GITHUB_TOKEN: token },
    github: createGithubContext(run, services.host, token),
  };
  const leave = await enterGroup(execution, definition.concurrency, {
    ...scope,
    contexts,
  });
  try {
    const conclusion = await runJob({
      ...started,
      run,
      definition,
      defaults: {
        shell: definition.defaults.shell ?? workflow.defaults.shell,
        'working-directory':
          definition.defaults['working-directory'] ??
          workflow.defaults['working-directory'],
      },
      contexts,
      workflowEnv: workflow.env,
      signal: abort.signal,
      services,
    });
    const isTolerated =
      conclusion === 'failure' &&
      isTruthy(definition['continue-on-error'] ?? false);
    return {
      result: isTolerated ? 'success' : conclusion,
      outputs: job.outputs,
      isKept: false,
    };
  } finally {
    leave();
  }
}

function readEnvironment(
  definition: JobDefinition,
  scope: Scope,
): string | undefined {
  const value = interpolateValue(definition.environment ?? null, scope);
  if (typeof value === 'string') return value || undefined;
  return isMapping(value) ? toText(value.name ?? null) : undefined;
}
