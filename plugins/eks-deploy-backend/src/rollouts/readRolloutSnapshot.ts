import type { RolloutSnapshot } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordStore } from '../records';
import type { DeployTarget, RefusedTarget } from '../targets';
import type { RolloutReader } from './createRolloutReader';
import { listNewestRecords, toRecordScope } from './listRecords';
import { toRefusedEnvironment } from './toRefusedEnvironment';

/** All that is shown of an entity, now. */
export async function readRolloutSnapshot(
  deps: { reader: RolloutReader; records: RecordStore },
  entityRef: string,
  targets: Array<DeployTarget | RefusedTarget>,
): Promise<RolloutSnapshot> {
  const [environments, records] = await Promise.all([
    Promise.all(
      targets.map(target =>
        'problem' in target
          ? toRefusedEnvironment(target)
          : deps.reader.read(target),
      ),
    ),
    listNewestRecords(deps.records, toRecordScope(entityRef, targets)),
  ]);
  return { environments, records };
}
