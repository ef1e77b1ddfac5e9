import type { DeployTarget } from '../targets';
import type { RecordRow } from './recordRows';

/**
 * Whose records a reader sees: those of an entity, and those of the Workloads that it has, whichever component
 * somebody acted through.
 */
export interface RecordScope {
  entityRef: string;
  /** Only those that the reader may read. */
  targets: RecordTarget[];
}

/** Where an entity's Workloads are, as far as it decides whose records are shown. */
export type RecordTarget = Pick<
  DeployTarget,
  'environment' | 'cluster' | 'namespace' | 'kubernetesId'
>;

/**
 * The Environment of the reader's entity that a record is shown under; undefined if the reader doesn't see the record.
 *
 * Records of an entity of the same name that was elsewhere are not shown: it may have been somebody else's. Two
 * components may name one Workload by different Environments, and one Environment may be where another is.
 *
 * @param row - Where it has no `kubernetes_id`, only its entity decides; the store knows more of such older rows.
 */
export function findEnvironment(
  row: Pick<
    RecordRow,
    'entity_ref' | 'environment' | 'cluster' | 'namespace' | 'kubernetes_id'
  >,
  { entityRef, targets }: RecordScope,
): string | undefined {
  const own = targets.find(
    target =>
      row.entity_ref === entityRef &&
      row.environment === target.environment &&
      isAt(row, target),
  );
  const there = targets.filter(
    target =>
      isAt(row, target) &&
      row.kubernetes_id !== null &&
      row.kubernetes_id === target.kubernetesId,
  );
  return (own ?? prefer(there, row.environment))?.environment;
}

/** The same of a row that the database has already found to be in the scope. */
export function getEnvironment(row: RecordRow, scope: RecordScope): string {
  const there = scope.targets.filter(target => isAt(row, target));
  return (
    findEnvironment(row, scope) ??
    prefer(there, row.environment)?.environment ??
    row.environment
  );
}

function isAt(
  row: Pick<RecordRow, 'cluster' | 'namespace'>,
  { cluster, namespace }: RecordTarget,
): boolean {
  return row.cluster === cluster && row.namespace === namespace;
}

function prefer(
  targets: RecordTarget[],
  name: string,
): RecordTarget | undefined {
  return targets.find(({ environment }) => environment === name) ?? targets[0];
}
