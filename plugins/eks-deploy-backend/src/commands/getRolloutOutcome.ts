import type { RecordOutcome, RolloutTrail } from '../records';
import { toDeploymentRow } from '../rollouts/rows';
import { getRolloutStatus } from '../rollouts/status/getRolloutStatus';
import type { DeploymentObject } from '../workloads';

/**
 * How a change of a Deployment ended; undefined as long as its rollout goes on.
 *
 * @param deployment - As it is now, or undefined if it is gone.
 */
export function getRolloutOutcome(
  deployment: DeploymentObject | undefined,
  trail: RolloutTrail,
): RecordOutcome | undefined {
  const row = deployment && toDeploymentRow(deployment);
  if (row?.uid !== trail.uid) {
    return {
      status: 'superseded',
      message: 'The Workload was deleted before its rollout ended.',
    };
  }
  if (row.template !== trail.template) {
    return {
      status: 'superseded',
      message: 'Another change came before the rollout ended.',
    };
  }
  switch (getRolloutStatus(row, [], []).phase) {
    case 'complete':
      return { status: 'succeeded', message: 'The rollout is complete.' };
    case 'stopped':
      return {
        status: 'succeeded',
        message: 'The Workload is scaled to 0, so no pod had to change.',
      };
    case 'failed':
      return {
        status: 'failed',
        message: 'The rollout passed its progress deadline.',
      };
    default:
      return undefined;
  }
}
