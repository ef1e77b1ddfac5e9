import { interpolate, interpolateValue, Scope } from '../expressions/evaluate';
import { isMapping, isTruthy, toText, Value } from '../expressions/values';
import { Workflow } from '../workflow/types';
import { createGithubContext } from './githubContext';
import { JobServices } from './jobContext';
import { Job, JobResult, WorkflowRun } from './types';

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
  abort: AbortController;
  /** Jobs of the attempt before that a re-run of failed jobs need not run. */
  kept: Job[];
}

/** The contexts and status functions of a job's `if`, `name`, `with` and the like. */
export function createScope(
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
      needs: toContext(needs),
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

/** The outputs that a called workflow gives its caller. */
export function readCallOutputs(
  execution: Execution,
  jobs: Record<string, JobResult>,
): Record<string, Value> {
  const scope = createScope(execution, {});
  const outputs = execution.workflow.on.workflow_call?.outputs ?? {};
  const contexts = { ...scope.contexts, jobs: toContext(jobs) };
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [
      name,
      interpolate(output.value ?? '', { ...scope, contexts }),
    ]),
  );
}

/** Waits for a concurrency group, where one is set; the answer gives it back. */
export async function enterGroup(
  { services, abort, run }: Execution,
  concurrency: Value | undefined,
  scope: Scope,
): Promise<() => void> {
  if (concurrency === undefined || concurrency === null) return () => {};
  const value = interpolateValue(concurrency, scope);
  const setting = isMapping(value) ? value : { group: value };
  return services.groups.enter(
    `${run.repository}\n${toText(setting.group ?? '').toLowerCase()}`,
    { cancel: () => abort.abort(), signal: abort.signal },
    { cancelInProgress: isTruthy(setting['cancel-in-progress'] ?? false) },
  );
}

function toContext(results: Record<string, JobResult>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(results).map(([key, { result, outputs }]) => [
      key,
      { result, outputs },
    ]),
  );
}
