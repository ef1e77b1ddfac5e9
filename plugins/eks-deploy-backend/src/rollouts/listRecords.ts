import type {
  DeploymentRecord,
  DeploymentRecordPage,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordScope, RecordStore } from '../records';
import type { DeployTarget, RefusedTarget } from '../targets';

const NEWEST = 20;

/** A page of the Deployment records of an entity and its Workloads, of the Environments that may be seen. */
export async function listRecords(
  records: Pick<RecordStore, 'list'>,
  entityRef: string,
  targets: Array<DeployTarget | RefusedTarget>,
  { limit = NEWEST, cursor }: { limit?: number; cursor?: string },
): Promise<DeploymentRecordPage> {
  return records.list(toRecordScope(entityRef, targets), { limit, cursor });
}

/**
 * What a page that opens shows of them: the newest ones, and the newest ones that may have changed something, which
 * failed attempts would push out otherwise.
 */
export async function listNewestRecords(
  records: Pick<RecordStore, 'list'>,
  scope: RecordScope,
): Promise<DeploymentRecord[]> {
  const [all, effective] = await Promise.all([
    records.list(scope, { limit: NEWEST }),
    records.list(scope, { limit: NEWEST, effective: true }),
  ]);
  const shown = new Set(all.items.map(({ id }) => id));
  return [...all.items, ...effective.items.filter(({ id }) => !shown.has(id))];
}

/** Whose records somebody sees who may see these targets. */
export function toRecordScope(
  entityRef: string,
  targets: Array<DeployTarget | RefusedTarget>,
): RecordScope {
  return {
    entityRef,
    targets: targets.flatMap(target => ('problem' in target ? [] : [target])),
  };
}
