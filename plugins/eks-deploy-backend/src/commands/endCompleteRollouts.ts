import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeploymentObject } from '../workloads';
import type { ActDeps } from './actOnRecord';
import { getRolloutOutcome } from './getRolloutOutcome';
import { readRolloutEvidence } from './readRolloutEvidence';

/**
 * Ends records of earlier rollouts of a Workload that are complete. The next change hides that they were, and whoever
 * follows them looks every two seconds only.
 *
 * @param deployment - As it is before the next change.
 * @param next - The record of that change.
 */
export async function endCompleteRollouts(
  deps: Pick<ActDeps, 'records' | 'clock' | 'logger'> & {
    clusters: ClusterClient;
  },
  deployment: DeploymentObject,
  next: DeploymentRecord,
): Promise<void> {
  const { records, clusters, clock, logger } = deps;
  try {
    for (const { record, trail } of await records.listOpen()) {
      const isEarlier =
        record.id !== next.id &&
        record.status === 'running' &&
        record.cluster === next.cluster &&
        record.namespace === next.namespace &&
        record.workload === next.workload;
      if (isEarlier && trail?.type === 'rollout') {
        const outcome =
          getRolloutOutcome(deployment, trail) &&
          getRolloutOutcome(deployment, trail, {
            ...(await readRolloutEvidence(clusters, record, deployment)),
            ...{ now: clock.now(), overdue: false },
          });
        if (outcome?.status === 'succeeded') {
          await records.transition(record.id, 'running', {
            ...outcome,
            endedAt: clock.now().toISOString(),
          });
        }
      }
    }
  } catch (error) {
    // Whoever follows them ends them too, only less exactly.
    logger.warn(`Ending earlier records failed: ${error}`);
  }
}
