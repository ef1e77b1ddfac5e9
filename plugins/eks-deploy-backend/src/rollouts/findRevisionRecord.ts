import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { OpenRecord } from '../records';
import type { ReplicaSetRow } from './rows';

/** What a record's change made of the Workload is unknown, or was never made. */
const WITHOUT_EFFECT: Array<DeploymentRecord['status']> = [
  'requested',
  'failed',
];

/**
 * The newest Deployment record that brought a Revision about: whatever it did, it went from the Revision before it.
 *
 * A record of a change of our own says which template it led to; of a workflow's run the image has to do.
 *
 * @param records - Of the Workload, newest first.
 */
export function findRevisionRecord(
  workload: { uid: string; createdAt: string },
  replicaSet: ReplicaSetRow,
  records: OpenRecord[],
): DeploymentRecord | undefined {
  return records.find(({ record, trail }) => {
    if (record.fromRevision !== replicaSet.revision - 1) {
      return false;
    }
    const effective = !WITHOUT_EFFECT.includes(record.status);
    if (trail?.type === 'rollout') {
      return (
        trail.uid === workload.uid &&
        trail.template === replicaSet.template &&
        // What the cluster took brought the Revision about even if its rollout failed.
        (trail.written || effective)
      );
    }
    return (
      effective &&
      // Revisions of a Workload of the same name that was deleted have the same numbers.
      record.requestedAt >= workload.createdAt &&
      (record.image === undefined ||
        replicaSet.images.some(({ image }) => image === record.image))
    );
  })?.record;
}
