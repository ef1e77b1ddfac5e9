import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordOutcome } from '../records';

const FAILURES: Record<string, string> = {
  cancelled: 'was cancelled',
  timed_out: 'ran out of time',
  startup_failure: 'could not start; its file may be invalid',
  action_required: 'waits for an approval that GitHub ended',
  skipped: 'was skipped',
  stale: 'was given up by GitHub',
};

/** How a redeploy ended by its run; undefined as long as the run goes on. */
export function getWorkflowRunOutcome(
  run: WorkflowRun,
): RecordOutcome | undefined {
  if (run.status !== 'completed') {
    return undefined;
  }
  const { conclusion = 'failure' } = run;
  if (conclusion === 'success') {
    return { status: 'succeeded', message: 'The deploy workflow succeeded.' };
  }
  return {
    status: 'failed',
    message: `The deploy workflow ${
      FAILURES[conclusion] ?? 'failed; its run tells why'
    }.`,
  };
}
