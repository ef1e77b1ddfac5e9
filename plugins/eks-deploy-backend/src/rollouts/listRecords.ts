import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordStore } from '../records';
import type { DeployTarget, RefusedTarget } from '../targets';

const NEWEST = 20;

/** An entity's newest Deployment records, of the Environments that may be seen. */
export async function listRecords(
  records: Pick<RecordStore, 'list'>,
  entityRef: string,
  targets: Array<DeployTarget | RefusedTarget>,
  limit: number = NEWEST,
): Promise<DeploymentRecord[]> {
  const found = await records.list(entityRef, { limit });
  return found.filter(record => isReadable(record, targets));
}

/** Whether a record is of an Environment that may be seen. */
export function isReadable(
  record: DeploymentRecord,
  targets: Array<DeployTarget | RefusedTarget>,
): boolean {
  return targets.some(
    target =>
      !('problem' in target) && target.environment === record.environment,
  );
}
