import {
  applyRolloutChange,
  type RolloutChange,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordStore } from '../records';
import type { RolloutReader } from '../rollouts';
import { isReadable, listRecords } from '../rollouts/listRecords';
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
  const records = await listRecords(deps.records, entityRef, targets);
  let snapshot: RolloutSnapshot = { environments: [], records };

  function tell(change: RolloutChange) {
    snapshot = applyRolloutChange(snapshot, change);
    listener(change);
  }

  const stops: Array<() => void> = [];
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
  stops.push(
    deps.records.subscribe(entityRef, record => {
      if (isReadable(record, targets)) {
        tell({ type: 'record', record });
      }
    }),
  );
  snapshot = { environments, records };

  return {
    current: () => snapshot,
    stop: () => stops.forEach(stop => stop()),
  };
}
