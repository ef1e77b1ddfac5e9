import type { Knex } from 'knex';
import type { RecordCursor } from './recordCursor';
import type { RecordRow } from './recordRows';
import type { RecordScope, RecordTarget } from './RecordScope';

export const TABLE = 'deployment_records';

/** Which records of a scope. */
export interface RecordSelection {
  limit: number;
  /** Only those older than this one. */
  before?: RecordCursor;
  /** Only those of the Workload of this name. */
  workload?: string;
  /** Without those that failed before anything was changed. */
  effective?: boolean;
}

/** Selects the newest records of a scope, newest first. */
export function selectRecords(
  knex: Knex,
  scope: RecordScope,
  { limit, before, workload, effective }: RecordSelection,
): Knex.QueryBuilder<RecordRow, RecordRow[]> {
  const query = knex<RecordRow>(TABLE).where(any => {
    // Without a target nothing is selected, where an empty group would select everything.
    any.whereRaw('1 = 0');
    scope.targets.forEach(target => any.orWhere(isOf(scope, target)));
  });
  if (workload !== undefined) {
    query.where({ workload });
  }
  if (effective) {
    query.where(any =>
      any
        .whereNot('status', 'failed')
        .orWhere('trail', 'like', '%"written":true%'),
    );
  }
  if (before) {
    const { requestedAt, id } = before;
    query.where(any =>
      any
        .where('requested_at', '<', requestedAt)
        .orWhere(same =>
          same.where('requested_at', requestedAt).where('id', '<', id),
        ),
    );
  }
  return query
    .orderBy([
      { column: 'requested_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
}

/** Records of the entity where it is in this Environment, and of the Workloads that carry the target's label. */
function isOf({ entityRef }: RecordScope, target: RecordTarget) {
  const { environment, cluster, namespace, kubernetesId } = target;
  return (any: Knex.QueryBuilder) =>
    any
      .where({ entity_ref: entityRef, environment, cluster, namespace })
      .orWhere({ cluster, namespace, kubernetes_id: kubernetesId })
      .orWhere(older =>
        // Which label the Workload of an older row carried is known from other rows of that Workload.
        older
          .where({ cluster, namespace })
          .whereNull('kubernetes_id')
          .whereIn('workload', known =>
            known
              .select('workload')
              .from(TABLE)
              .where({ cluster, namespace })
              .where(proof =>
                proof
                  .where({ kubernetes_id: kubernetesId })
                  .orWhere({ kubernetes_id: null, entity_ref: entityRef }),
              ),
          ),
      );
}
