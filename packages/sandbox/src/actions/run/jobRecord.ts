import { Execution } from './execution';
import { JobLog } from './jobLog';
import { Conclusion, Job, JobResult } from './types';

/** Puts a job into its run, in the place of the same job of an earlier attempt. */
export function addJob(execution: Execution, key: string, name: string): Job {
  const { run, services, prefix } = execution;
  const job: Job = {
    id: services.nextId(),
    key,
    name: prefix + name,
    attempt: run.attempt,
    status: 'queued',
    conclusion: null,
    createdAt: new Date().toISOString(),
    startedAt: null,
    completedAt: null,
    steps: [],
    outputs: {},
  };
  run.jobs = run.jobs.filter(
    other => other.name !== job.name || other.attempt === job.attempt,
  );
  run.jobs.push(job);
  services.onChange();
  return job;
}

/** Ends a job that ran no step, or broke down between them. */
export function endJob(
  { services }: Execution,
  job: Job,
  conclusion: Conclusion,
) {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.completedAt = new Date().toISOString();
  services.onChange();
}

/** Ends a job that broke down, and says in its log why. */
export function failJob(
  execution: Execution,
  job: Job,
  log: JobLog,
  reason: string,
): JobResult {
  log.error(reason);
  endJob(execution, job, 'failure');
  return { result: 'failure', outputs: {}, isKept: false };
}

/** A fresh log for a job. */
export function openLog({ services }: Execution, job: Job): JobLog {
  return new JobLog(services.getLogFile(job.id));
}

/** The conclusion of several jobs together. */
export function combine(
  results: Conclusion[],
  signal: AbortSignal,
): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (signal.aborted || results.includes('cancelled')) return 'cancelled';
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}
