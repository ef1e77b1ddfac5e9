import { isDeepStrictEqual } from 'node:util';
import {
  applyRolloutChange,
  type RolloutChange,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordStore } from '../records';
import type { RolloutReader } from '../rollouts';
import { listNewestRecords, toRecordScope } from '../rollouts/listRecords';
import { toRefusedEnvironment } from '../rollouts/toRefusedEnvironment';
import type { DeployTarget, RefusedTarget } from '../targets';

/** What one viewer sees of an entity. */
export interface EntityView {
  /** What the changes told so far lead to. */
  current(): RolloutSnapshot;
  stop(): void;
}

/** Opens a view of an entity; from then on the listener hears of every change. */
export async function openEntityView(
  deps: {
    reader: RolloutReader;
    records: Pick<RecordStore, 'list' | 'subscribe'>;
  },
  entityRef: string,
  targets: Array<DeployTarget | RefusedTarget>,
  listener: (change: RolloutChange) => void,
): Promise<EntityView> {
  const scope = toRecordScope(entityRef, targets);
  let snapshot: RolloutSnapshot = { environments: [], records: [] };

  function tell(change: RolloutChange) {
    snapshot = applyRolloutChange(snapshot, change);
    listener(change);
  }

  // Before they are listed, or a change between would be lost.
  const leaveRecords = deps.records.subscribe(scope, record => {
    const known = snapshot.records.find(({ id }) => id === record.id);
    // A replica also publishes what it finds changed lately, which a snapshot may have shown.
    if (!isDeepStrictEqual(record, known)) {
      tell({ type: 'record', record });
    }
  });
  const stops = [leaveRecords];
  const records = await listNewestRecords(deps.records, scope).catch(error => {
    leaveRecords();
    throw error;
  });
  const environments = targets.map(target => {
    if ('problem' in target) {
      return toRefusedEnvironment(target);
    }
    const watching = deps.reader.watch(target, changes =>
      changes.forEach(tell),
    );
    stops.push(watching.stop);
    return watching.current();
  });
  snapshot = snapshot.records.reduce<RolloutSnapshot>(
    (listed, record) => applyRolloutChange(listed, { type: 'record', record }),
    { environments, records },
  );

  return {
    current: () => snapshot,
    stop: () => stops.forEach(stop => stop()),
  };
}
