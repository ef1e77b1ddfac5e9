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
  const environments = getReadableEnvironments(targets);
  return records.list(entityRef, { environments, limit });
}

/** Names of the Environments whose records may be seen. */
export function getReadableEnvironments(
  targets: Array<DeployTarget | RefusedTarget>,
): string[] {
  return targets.flatMap(target =>
    'problem' in target ? [] : [target.environment],
  );
}
