import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RecordOutcome, RolloutTrail } from '../records';
import type { Clock } from './Clock';
import { getRolloutOutcome } from './getRolloutOutcome';
import { readRolloutEvidence } from './readRolloutEvidence';
import { type DeploymentObject, toDeploymentRequest } from '../workloads';

const POLL_MS = 2_000;
const MARGIN_MS = 60_000;
const MOST_PATIENCE_MS = 3_600_000;
const DEFAULT_PROGRESS_DEADLINE_S = 600;

/** What following takes. */
export interface FollowDeps {
  clusters: ClusterClient;
  clock: Clock;
  logger: LoggerService;
}

/** Reads a Deployment until its rollout ends, or nothing has moved for longer than the controller allows. */
export async function followRollout(
  { clusters, clock, logger }: FollowDeps,
  record: DeploymentRecord,
  trail: RolloutTrail,
  signal: AbortSignal,
): Promise<RecordOutcome> {
  let patienceMs = DEFAULT_PROGRESS_DEADLINE_S * 1000 + MARGIN_MS;
  const requestedAt = Date.parse(record.requestedAt);
  let movedAt = clock.now().getTime();
  let lastStatus = '';

  while (clock.now().getTime() - movedAt <= patienceMs) {
    try {
      const deployment = await findDeployment(clusters, record, signal);
      const overdue =
        clock.now().getTime() - requestedAt > patienceMs - MARGIN_MS;
      const outcome =
        deployment && (overdue || getRolloutOutcome(deployment, trail))
          ? getRolloutOutcome(deployment, trail, {
              ...(await readRolloutEvidence(clusters, record, deployment)),
              ...{ now: clock.now(), overdue },
            })
          : getRolloutOutcome(deployment, trail);
      if (outcome) {
        return outcome;
      }
      const status = JSON.stringify(deployment?.status);
      if (status !== lastStatus) {
        lastStatus = status;
        movedAt = clock.now().getTime();
      }
      patienceMs = getPatience(deployment);
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(`Following record ${record.id} stumbled: ${error}`);
    }
    await clock.sleep(POLL_MS, signal);
  }
  return {
    status: 'unknown',
    message: 'Nothing was heard of the rollout for too long.',
  };
}

/** Reads the Deployment a record is about; undefined if it is gone. */
export async function findDeployment(
  clusters: ClusterClient,
  record: DeploymentRecord,
  signal: AbortSignal,
): Promise<DeploymentObject | undefined> {
  try {
    return await clusters.get<DeploymentObject>({
      ...toDeploymentRequest(record, record.workload),
      signal,
    });
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}

// A progressDeadlineSeconds of 2³¹−1 means none.
function getPatience(deployment: DeploymentObject | undefined): number {
  const deadlineS =
    deployment?.spec?.progressDeadlineSeconds ?? DEFAULT_PROGRESS_DEADLINE_S;
  return Math.min(deadlineS * 1000 + MARGIN_MS, MOST_PATIENCE_MS);
}
