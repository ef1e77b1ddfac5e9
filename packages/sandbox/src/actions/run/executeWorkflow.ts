import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  evaluateCondition,
  interpolate,
  interpolateValue,
  Scope,
} from '../expressions/evaluate';
import { isTruthy, toText, Value } from '../expressions/values';
import { resolveInputs } from '../workflow/inputs';
import { parseWorkflow } from '../workflow/parseWorkflow';
import { JobDefinition, Workflow } from '../workflow/types';
import { ConcurrencyGroups } from './concurrency';
import { createGithubContext } from './githubContext';
import { JobServices } from './jobContext';
import { JobLog } from './jobLog';
import { expandMatrix } from './matrix';
import { JobResult, runJob } from './runJob';
import { Conclusion, Job, WorkflowRun } from './types';

/** What the jobs of a workflow start from: the run's own, or one that another job calls. */
export interface Execution {
  run: WorkflowRun;
  workflow: Workflow;
  inputs: Record<string, Value>;
  /** Given by a caller that names its secrets; else the environment's are used. */
  secrets?: Record<string, string>;
  /** `caller / `, before the names of a called workflow's jobs. */
  prefix: string;
  services: JobServices;
  groups: ConcurrencyGroups;
  abort: AbortController;
  nextJobId: () => number;
  getLogFile: (jobId: number) => string;
  /** Jobs that a re-run of failed jobs keeps. */
  kept: Job[];
}

/** Runs the jobs of a workflow, each when those it needs have ended. */
export async function executeWorkflow(
  execution: Execution,
): Promise<JobResult> {
  const { workflow } = execution;
  const scope = createScope(execution, {});
  const leave = await enterGroup(execution, workflow.concurrency, scope);
  try {
    const results = new Map<string, Promise<JobResult>>();
    const start = (key: string): Promise<JobResult> => {
      const known = results.get(key);
      if (known) return known;
      const definition = workflow.jobs[key];
      const result = Promise.all(definition.needs.map(start)).then(needed =>
        executeJob(
          execution,
          key,
          Object.fromEntries(
            definition.needs.map((name, i) => [name, needed[i]]),
          ),
        ),
      );
      results.set(key, result);
      return result;
    };
    const keys = Object.keys(workflow.jobs);
    const ended = await Promise.all(keys.map(start));
    const jobs = Object.fromEntries(
      keys.map((key, index) => [key, ended[index]]),
    );
    return {
      result: combine(
        ended.map(job => job.result),
        execution.abort.signal,
      ),
      outputs: readCallOutputs(execution, jobs),
    };
  } finally {
    leave();
  }
}

async function executeJob(
  execution: Execution,
  key: string,
  needs: Record<string, JobResult>,
): Promise<JobResult> {
  const definition = execution.workflow.jobs[key];
  const scope = createScope(execution, needs);
  const due =
    !execution.abort.signal.aborted && evaluateCondition(definition.if, scope);
  if (!due) {
    const result = execution.abort.signal.aborted ? 'cancelled' : 'skipped';
    const job = addJob(
      execution,
      key,
      interpolateOr(definition.name ?? key, scope),
    );
    finish(execution, job, result);
    return { result, outputs: {} };
  }
  const results: JobResult[] = [];
  for (const matrix of expandMatrix(definition.strategy?.matrix)) {
    results.push(await executeJobOnce(execution, key, needs, matrix));
  }
  return {
    result: combine(
      results.map(job => job.result),
      execution.abort.signal,
    ),
    outputs: Object.assign({}, ...results.map(job => job.outputs)),
  };
}

async function executeJobOnce(
  execution: Execution,
  key: string,
  needs: Record<string, JobResult>,
  matrix: Record<string, Value>,
): Promise<JobResult> {
  const { run, workflow, services } = execution;
  const definition = workflow.jobs[key];
  const scope = createScope(execution, needs, matrix);
  const suffix = Object.values(matrix).map(toText).join(', ');
  const name = definition.name
    ? interpolate(definition.name, scope)
    : key + (suffix ? ` (${suffix})` : '');
  if (definition.uses)
    return call(execution, definition, definition.uses, name, scope);

  const kept = execution.kept.find(job => job.name === execution.prefix + name);
  if (kept) return { result: 'success', outputs: {} };
  const job = addJob(execution, key, name);
  const log = new JobLog(execution.getLogFile(job.id), []);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-job-'));
  const token = services.host.issueToken(run.repository, 'github-actions[bot]');
  log.mask(token);
  let leave = () => {};
  try {
    const environment = readEnvironment(definition, scope);
    if (environment) job.environment = environment;
    const secrets =
      execution.secrets ?? services.host.secrets(run.repository, environment);
    for (const secret of Object.values(secrets)) log.mask(secret);
    const contexts = {
      ...scope.contexts,
      vars: services.host.variables(run.repository, environment),
      secrets: { ...secrets, GITHUB_TOKEN: token },
      github: createGithubContext(run, services.host, token),
    };
    leave = await enterGroup(execution, definition.concurrency, {
      ...scope,
      contexts,
    });
    return await runJob({
      run,
      job,
      definition,
      defaults: {
        shell: definition.defaults.shell ?? workflow.defaults.shell,
        'working-directory':
          definition.defaults['working-directory'] ??
          workflow.defaults['working-directory'],
      },
      contexts,
      workflowEnv: workflow.env,
      token,
      log,
      dir,
      signal: execution.abort.signal,
      services,
    }).then(result =>
      result.result === 'failure' &&
      isTruthy(definition['continue-on-error'] ?? false)
        ? { ...result, result: 'success' as const }
        : result,
    );
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error));
    finish(execution, job, 'failure');
    return { result: 'failure', outputs: {} };
  } finally {
    leave();
    services.host.revokeToken(token);
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs a reusable workflow of the same repository at the same commit. */
async function call(
  execution: Execution,
  definition: JobDefinition,
  uses: string,
  name: string,
  scope: Scope,
): Promise<JobResult> {
  const { run, services } = execution;
  const file = uses.replace(/^\.\//, '');
  try {
    const text = uses.startsWith('./')
      ? await services.host.git(run.repository).readFile(run.sha, file)
      : undefined;
    if (!text)
      throw new Error(`there is no reusable workflow ${uses} at ${run.sha}`);
    const workflow = parseWorkflow(text.toString(), file);
    const trigger = workflow.on.workflow_call;
    if (!trigger) throw new Error(`${uses} has no 'workflow_call' trigger`);
    const given = interpolateValue(definition.with, scope) as Record<
      string,
      Value
    >;
    const inputs = resolveInputs(trigger.inputs ?? {}, given);
    return await executeWorkflow({
      ...execution,
      workflow,
      inputs,
      prefix: `${execution.prefix}${name} / `,
      ...(definition.secrets !== 'inherit' && {
        secrets: toTexts(interpolateValue(definition.secrets, scope)),
      }),
    });
  } catch (error) {
    const job = addJob(execution, name, name);
    const log = new JobLog(execution.getLogFile(job.id), []);
    log.error(
      `Error calling workflow: ${
        error instanceof Error ? error.message : error
      }`,
    );
    finish(execution, job, 'failure');
    return { result: 'failure', outputs: {} };
  }
}

/** The contexts and status functions of a job's `if`, `name`, `with` and the like. */
function createScope(
  execution: Execution,
  needs: Record<string, JobResult>,
  matrix: Record<string, Value> = {},
): Scope {
  const { run, services, inputs, abort } = execution;
  const results = Object.values(needs).map(job => job.result);
  return {
    contexts: {
      github: createGithubContext(run, services.host, ''),
      inputs,
      needs: needs as unknown as Record<string, Value>,
      vars: services.host.variables(run.repository),
      secrets: execution.secrets ?? services.host.secrets(run.repository),
      matrix,
      strategy: {},
      env: {},
    },
    functions: {
      success: () => results.every(result => result === 'success'),
      failure: () => results.includes('failure'),
      cancelled: () => abort.signal.aborted,
      always: () => true,
    },
  };
}

async function enterGroup(
  { groups, abort, run }: Execution,
  concurrency: Value | undefined,
  scope: Scope,
): Promise<() => void> {
  if (concurrency === undefined || concurrency === null) return () => {};
  const value = interpolateValue(concurrency, scope);
  const setting =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : { group: value };
  return groups.enter(
    `${run.repository}\n${toText(setting.group ?? '').toLowerCase()}`,
    { cancel: () => abort.abort(), signal: abort.signal },
    { cancelInProgress: isTruthy(setting['cancel-in-progress'] ?? false) },
  );
}

function readCallOutputs(
  execution: Execution,
  jobs: Record<string, JobResult>,
): Record<string, Value> {
  const scope = createScope(execution, {});
  const outputs = execution.workflow.on.workflow_call?.outputs ?? {};
  const contexts = {
    ...scope.contexts,
    jobs: jobs as unknown as Record<string, Value>,
  };
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [
      name,
      interpolate(output.value ?? '', { ...scope, contexts }),
    ]),
  );
}

function readEnvironment(
  definition: JobDefinition,
  scope: Scope,
): string | undefined {
  const value = interpolateValue(definition.environment ?? null, scope);
  if (typeof value === 'string') return value || undefined;
  return value && !Array.isArray(value) && typeof value === 'object'
    ? toText(value.name ?? null)
    : undefined;
}

function addJob(execution: Execution, key: string, name: string): Job {
  const job: Job = {
    id: execution.nextJobId(),
    key,
    name: execution.prefix + name,
    attempt: execution.run.attempt,
    status: 'queued',
    conclusion: null,
    createdAt: new Date().toISOString(),
    startedAt: null,
    completedAt: null,
    steps: [],
  };
  execution.run.jobs.push(job);
  execution.services.onChange();
  return job;
}

function finish(execution: Execution, job: Job, conclusion: Conclusion) {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.completedAt = new Date().toISOString();
  execution.services.onChange();
}

function combine(results: Conclusion[], signal: AbortSignal): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (signal.aborted || results.includes('cancelled')) return 'cancelled';
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}

function interpolateOr(text: string, scope: Scope): string {
  try {
    return interpolate(text, scope);
  } catch {
    return text;
  }
}

function toTexts(value: Value): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, member]) => [name, toText(member)]),
  );
}
