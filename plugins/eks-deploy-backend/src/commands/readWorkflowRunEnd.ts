import type { LoggerService } from '@backstage/backend-plugin-api';
import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { GithubClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { WorkflowRunTrail } from '../records';
import type { WorkflowRunEnd } from '../workflows';

/** Reads why a run ended as it did; what can't be read is left out, as the run's own conclusion is known. */
export async function readWorkflowRunEnd(
  { github, logger }: { github: GithubClient; logger: LoggerService },
  { id: runId, conclusion }: WorkflowRun,
  { repository, workflow }: WorkflowRunTrail,
): Promise<WorkflowRunEnd> {
  if (conclusion === 'success') {
    return {};
  }
  try {
    const jobs = await github.listWorkflowJobs({ repository, runId });
    const dropped =
      conclusion === 'cancelled' && !jobs.some(({ began }) => began);
    const newerRun = dropped
      ? await github.findNewerRun({ repository, workflow, runId })
      : undefined;
    return { jobs, newerRun };
  } catch (error) {
    logger.warn(`Reading the end of the run ${runId} failed: ${error}`);
    return {};
  }
}
