import { evaluateCondition, interpolate, Scope } from '../expressions/evaluate';
import { toText, Value } from '../expressions/values';
import { JobDefinition } from '../workflow/types';
import { createCalledExecution } from './calledWorkflow';
import { createScope, Execution } from './execution';
import { addJob, combine, endJob, failJob, openLog } from './jobRecord';
import { expandMatrix } from './matrix';
import { runSettledJob, SettledJob } from './runSettledJob';
import { JobResult } from './types';

/** Runs a job, or the workflow it calls, once for each combination of its matrix; skips it when it isn't due. */
export async function executeJob(
  given: Execution,
  key: string,
  needs: Record<string, JobResult>,
  executeCalled: (execution: Execution) => Promise<JobResult>,
): Promise<JobResult> {
  const isKept = Object.values(needs).every(need => need.isKept);
  // GitHub runs a job again when one that it needs is run again, though it succeeded.
  const execution = isKept ? given : { ...given, kept: [] };
  const definition = execution.workflow.jobs[key];
  const scope = createScope(execution, needs);
  const { signal } = execution.abort;
  if (signal.aborted || !evaluateCondition(definition.if, scope)) {
    const result = signal.aborted ? 'cancelled' : 'skipped';
    const job = addJob(execution, key, readName(definition.name ?? key, scope));
    endJob(execution, job, result);
    return { result, outputs: {}, isKept };
  }
  const results: JobResult[] = [];
  for (const matrix of expandMatrix(definition.strategy?.matrix)) {
    const settled = settle(key, definition, matrix, {
      ...scope,
      contexts: { ...scope.contexts, matrix },
    });
    results.push(
      definition.uses
        ? await call(execution, settled, definition.uses, executeCalled)
        : await runSettledJob(execution, settled),
    );
  }
  return {
    result: combine(
      results.map(({ result }) => result),
      signal,
    ),
    outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)),
    isKept: results.every(result => result.isKept),
  };
}

function settle(
  key: string,
  definition: JobDefinition,
  matrix: Record<string, Value>,
  scope: Scope,
): SettledJob {
  const suffix = Object.values(matrix).map(toText).join(', ');
  const name = definition.name
    ? interpolate(definition.name, scope)
    : key + (suffix ? ` (${suffix})` : '');
  return { key, name, definition, scope };
}

async function call(
  execution: Execution,
  job: SettledJob,
  uses: string,
  executeCalled: (execution: Execution) => Promise<JobResult>,
): Promise<JobResult> {
  try {
    return await executeCalled(
      await createCalledExecution(execution, { ...job, uses }),
    );
  } catch (error) {
    const record = addJob(execution, job.name, job.name);
    const log = openLog(execution, record);
    const reason = error instanceof Error ? error.message : String(error);
    return failJob(execution, record, log, `Error calling workflow: ${reason}`);
  }
}

/** A skipped job's name may speak of what is never known; GitHub then shows it as it is written. */
function readName(text: string, scope: Scope): string {
  try {
    return interpolate(text, scope);
  } catch {
    return text;
  }
}
