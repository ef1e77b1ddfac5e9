import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  DeploymentRecord,
  WorkflowRun,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import {
  type GithubClient,
  GithubRateLimitError,
  redactMessage,
  type WorkflowJob,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordOutcome, RecordStore, WorkflowRunTrail } from '../records';
import { findFailedJob, getWorkflowRunOutcome } from '../workflows';
import type { Clock } from './Clock';
import { readWorkflowRunEnd } from './readWorkflowRunEnd';

const FIRST_POLL_MS = 2_000;
const LAST_POLL_MS = 15_000;
const APPEARS_WITHIN_MS = 120_000;
// GitHub ends a workflow run after 35 days, but a deploy that waits longer than this is nobody's news any more.
const ENDS_WITHIN_MS = 6 * 3_600_000;

/** What following takes. */
export interface FollowDeps {
  github: GithubClient;
  records: RecordStore;
  clock: Clock;
  logger: LoggerService;
}

/** Reads a workflow run until it is completed; the record shows its status meanwhile. */
export async function followWorkflowRun(
  { github, records, clock, logger }: FollowDeps,
  record: DeploymentRecord,
  trail: WorkflowRunTrail,
  signal: AbortSignal,
): Promise<RecordOutcome> {
  const { repository, workflow } = trail;
  const startedAt = clock.now().getTime();
  let run: WorkflowRun | undefined = record.workflowRun;
  let etag: string | undefined;
  let pauseMs = FIRST_POLL_MS;

  const readChange = async () => {
    if (!run) {
      return github.findWorkflowRun({
        repository,
        workflow,
        requestId: record.id,
      });
    }
    const runId = run.id;
    const read = await github.getWorkflowRun({ repository, runId, etag });
    etag = read?.etag ?? etag;
    return read?.run;
  };

  for (;;) {
    try {
      const changed = await readChange();
      if (changed && !isSame(changed, run)) {
        run = changed;
        await records.transition(record.id, 'running', { workflowRun: run });
      }
    } catch (error) {
      logger.warn(`Following record ${record.id} stumbled: ${error}`);
      if (error instanceof GithubRateLimitError) {
        pauseMs = Math.max(
          pauseMs,
          error.retryAt.getTime() - clock.now().getTime(),
        );
      }
    }
    if (run?.status === 'completed') {
      const end = await readWorkflowRunEnd({ github, logger }, run, trail);
      const failedJob = toFailedJob(findFailedJob(end.jobs));
      if (failedJob) {
        await records.transition(record.id, 'running', {
          workflowRun: { ...run, failedJob },
        });
      }
      const outcome = getWorkflowRunOutcome(run, end);
      if (outcome) {
        return outcome;
      }
    }
    const followedMs = clock.now().getTime() - startedAt;
    if (!run && followedMs > APPEARS_WITHIN_MS) {
      return {
        status: 'unknown',
        message: `No run of ${workflow} with the request id appeared; its run-name has to hold \${{ inputs.request-id }}.`,
      };
    }
    if (getAgeMs(record, clock) > ENDS_WITHIN_MS) {
      return {
        status: 'unknown',
        message: 'The deploy workflow took too long to be followed.',
      };
    }
    await clock.sleep(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 1.5, LAST_POLL_MS);
  }
}

function getAgeMs({ requestedAt }: DeploymentRecord, clock: Clock): number {
  return clock.now().getTime() - Date.parse(requestedAt);
}

function toFailedJob(job: WorkflowJob | undefined): WorkflowRun['failedJob'] {
  return job?.url
    ? { name: redactMessage(job.name.slice(0, 200)), url: job.url }
    : undefined;
}

function isSame(a: WorkflowRun, b: WorkflowRun | undefined): boolean {
  return (
    a.id === b?.id && a.status === b.status && a.conclusion === b.conclusion
  );
}
