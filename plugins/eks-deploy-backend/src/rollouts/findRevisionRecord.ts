import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, ReplicaSetRow } from './rows';

/** What a record's change made of the Workload is unknown, or was never made. */
const WITHOUT_EFFECT: Array<DeploymentRecord['status']> = [
  'requested',
  'failed',
];

/**
 * The newest Deployment record that brought a Revision about: whatever it did, it went from the Revision before it.
 *
 * @param records - Of the Workload, newest first.
 */
export function findRevisionRecord(
  deployment: DeploymentRow,
  { revision, images }: ReplicaSetRow,
  records: DeploymentRecord[],
): DeploymentRecord | undefined {
  return records.find(
    record =>
      record.fromRevision === revision - 1 &&
      !WITHOUT_EFFECT.includes(record.status) &&
      // Revisions of a Workload of the same name that was deleted have the same numbers.
      record.requestedAt >= deployment.createdAt &&
      (record.image === undefined ||
        images.some(({ image }) => image === record.image)),
  );
}
