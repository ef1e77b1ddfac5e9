import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  redactMessage,
  type WorkflowJob,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordOutcome } from '../records';

/** What is known of a run's end besides the run itself; each absent where it could not be read. */
export interface WorkflowRunEnd {
  jobs?: WorkflowJob[];
  /** The run that was queued next while this one waited. */
  newerRun?: WorkflowRun;
}

const FAILURES: Record<string, string> = {
  timed_out: 'ran out of time',
  startup_failure: 'could not start; its file may be invalid',
  action_required: 'waits for an approval that GitHub ended',
  skipped: 'was skipped',
  stale: 'was given up by GitHub',
};

/** How a redeploy ended by its run; undefined as long as the run goes on. */
export function getWorkflowRunOutcome(
  run: WorkflowRun,
  { jobs, newerRun }: WorkflowRunEnd = {},
): RecordOutcome | undefined {
  if (run.status !== 'completed') {
    return undefined;
  }
  const { conclusion = 'failure' } = run;
  if (conclusion === 'success') {
    return { status: 'succeeded', message: 'The deploy workflow succeeded.' };
  }
  if (conclusion === 'cancelled') {
    return getCancelledOutcome({ jobs, newerRun });
  }
  const failed = findFailedJob(jobs);
  const how = FAILURES[conclusion] ?? 'failed';
  return {
    status: 'failed',
    message: failed
      ? `The deploy workflow ${how}${describeJob(failed)}.`
      : `The deploy workflow ${
          FAILURES[conclusion] ?? 'failed; its run says why'
        }.`,
  };
}

/** The job that made a run fail. */
export function findFailedJob(
  jobs: WorkflowJob[] = [],
): WorkflowJob | undefined {
  return jobs.find(
    ({ conclusion }) => conclusion === 'failure' || conclusion === 'timed_out',
  );
}

/**
 * GitHub keeps one waiting run of a concurrency group and cancels it for a newer one. It gives both this and a click on
 * "Cancel" the same conclusion, but only the first comes with a newer run and before any job began.
 */
function getCancelledOutcome({
  jobs,
  newerRun,
}: WorkflowRunEnd): RecordOutcome {
  if (!jobs || jobs.some(({ began }) => began)) {
    return { status: 'failed', message: 'The deploy workflow was cancelled.' };
  }
  return newerRun
    ? {
        status: 'superseded',
        message: `GitHub dropped the run for a newer one, ${newerRun.id}, before any of its jobs began.`,
      }
    : {
        status: 'failed',
        message:
          'The deploy workflow was cancelled before any of its jobs began.',
      };
}

function describeJob({ name, failedStep }: WorkflowJob): string {
  const step = failedStep ? `, step '${toLabel(failedStep)}'` : '';
  return ` in job '${toLabel(name)}'${step}`;
}

/** Names are the repository's own text. */
function toLabel(name: string): string {
  return redactMessage(name.slice(0, 200));
}
