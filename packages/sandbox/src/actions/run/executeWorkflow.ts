import { executeJob } from './executeJob';
import {
  createScope,
  enterGroup,
  Execution,
  readCallOutputs,
} from './execution';
import { combine } from './jobRecord';
import { JobResult } from './types';

/** Runs the jobs of a workflow, each when those it needs have ended. */
export async function executeWorkflow(
  execution: Execution,
): Promise<JobResult> {
  const { workflow, abort } = execution;
  const leave = await enterGroup(
    execution,
    workflow.concurrency,
    createScope(execution, {}),
  );
  try {
    const jobs = await executeJobs(execution);
    const ended = Object.values(jobs);
    return {
      result: combine(
        ended.map(({ result }) => result),
        abort.signal,
      ),
      outputs: readCallOutputs(execution, jobs),
      isKept: ended.every(({ isKept }) => isKept),
    };
  } finally {
    leave();
  }
}

function executeJobs(execution: Execution): Promise<Record<string, JobResult>> {
  const { jobs } = execution.workflow;
  const started = new Map<string, Promise<JobResult>>();

  async function collect(keys: string[]) {
    const results = await Promise.all(keys.map(start));
    return Object.fromEntries(keys.map((key, i) => [key, results[i]]));
  }
  function start(key: string): Promise<JobResult> {
    const known = started.get(key);
    if (known) return known;
    const result = collect(jobs[key].needs).then(needs =>
      executeJob(execution, key, needs, executeWorkflow),
    );
    started.set(key, result);
    return result;
  }

  return collect(Object.keys(jobs));
}
