import { InputError } from '@backstage/errors';
import type {
  DeploymentRecord,
  DeploymentRecordStatus,
  RolloutCommandName,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { OpenRecord, RecordChange } from './RecordStore';

/** A row of the table `deployment_records`. */
export interface RecordRow {
  id: string;
  command: RolloutCommandName;
  status: DeploymentRecordStatus;
  entity_ref: string;
  environment: string;
  cluster: string;
  namespace: string;
  kind: DeploymentRecord['kind'];
  workload: string;
  /** The label that the Workload carried; null in rows older than the column. */
  kubernetes_id: string | null;
  requested_by: string;
  requested_at: string;
  ended_at: string | null;
  reason: string | null;
  from_revision: number | null;
  to_revision: number | null;
  image: string | null;
  workflow_run: string | null;
  message: string | null;
  trail: string | null;
  version: number;
  changed_at: string;
}

export function toOpenRecord(row: RecordRow): OpenRecord {
  return {
    record: toRecord(row),
    ...(row.trail !== null && { trail: JSON.parse(row.trail) }),
  };
}

/** @param environment - The reader's name for the record's Environment. */
export function toRecord(
  row: RecordRow,
  environment = row.environment,
): DeploymentRecord {
  return {
    id: row.id,
    command: row.command,
    status: row.status,
    entityRef: row.entity_ref,
    environment,
    cluster: row.cluster,
    namespace: row.namespace,
    kind: row.kind,
    workload: row.workload,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.from_revision !== null && { fromRevision: row.from_revision }),
    ...(row.to_revision !== null && { toRevision: row.to_revision }),
    ...(row.image !== null && { image: row.image }),
    ...(row.workflow_run !== null && {
      workflowRun: JSON.parse(row.workflow_run),
    }),
    ...(row.message !== null && { message: row.message }),
  };
}

/** @throws InputError if a Revision is none that a database can keep. */
export function fromRecord(record: DeploymentRecord): Partial<RecordRow> {
  assertRevision('fromRevision', record.fromRevision);
  assertRevision('toRevision', record.toRevision);
  return {
    id: record.id,
    command: record.command,
    entity_ref: record.entityRef,
    environment: record.environment,
    cluster: record.cluster,
    namespace: record.namespace,
    kind: record.kind,
    workload: record.workload,
    requested_by: record.requestedBy,
    requested_at: record.requestedAt,
    reason: toText(record.reason),
    from_revision: record.fromRevision,
    ...fromChange(record),
  };
}

export function fromChange(change: RecordChange): Partial<RecordRow> {
  return {
    status: change.status,
    ended_at: change.endedAt,
    to_revision: change.toRevision,
    image: toText(change.image),
    workflow_run: change.workflowRun && JSON.stringify(change.workflowRun),
    message: toText(change.message),
    trail: change.trail && JSON.stringify(change.trail),
  };
}

const LARGEST_INTEGER = 2 ** 31 - 1;

function assertRevision(name: string, value = 0): void {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_INTEGER) {
    throw new InputError(`${name}: ${value} is not the number of a Revision`);
  }
}

/** PostgreSQL takes any character but NUL. */
function toText(text: string | undefined): string | undefined {
  return text?.replaceAll('\0', '');
}
