import type {
  DeploymentRecord,
  DeploymentRecordStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Trail } from './Trail';

/** Keeps Deployment records; shared by all backend replicas through the database. */
export interface RecordStore {
  /**
   * Writes a new record with the status `requested`.
   *
   * @throws ConflictError if it is a redeploy and the Workload's last one has not ended.
   */
  create(record: NewRecord): Promise<OpenRecord>;

  /**
   * Changes a record if its status is still the expected one; of several replicas one wins.
   *
   * @returns the record as it is then, or undefined if another came first.
   */
  transition(
    id: string,
    expected: DeploymentRecordStatus,
    change: RecordChange,
  ): Promise<OpenRecord | undefined>;

  /** The newest records of an entity in these Environments, newest first. */
  list(
    entityRef: string,
    options: { environments: string[]; limit: number },
  ): Promise<DeploymentRecord[]>;

  /** The same, with what only the backend knows of them. */
  listWithTrails(
    entityRef: string,
    options: { environments: string[]; limit: number },
  ): Promise<OpenRecord[]>;

  /** Records that have not ended, of every entity, oldest first. */
  listOpen(): Promise<OpenRecord[]>;

  /**
   * Hears of every change of the entity's records until the returned function is called: at once of those that this
   * replica makes, within seconds of another's. A change may be told twice.
   */
  subscribe(
    entityRef: string,
    listener: (record: DeploymentRecord) => void,
  ): () => void;
}

/** A record before the store has given it id, time and status. */
export type NewRecord = Pick<
  DeploymentRecord,
  | 'command'
  | 'entityRef'
  | 'environment'
  | 'cluster'
  | 'namespace'
  | 'workload'
  | 'requestedBy'
  | 'reason'
  | 'fromRevision'
  | 'toRevision'
  | 'image'
>;

/** What may change on a record. */
export type RecordChange = Partial<
  Pick<
    DeploymentRecord,
    'status' | 'endedAt' | 'image' | 'toRevision' | 'workflowRun' | 'message'
  >
> & { trail?: Trail };

/** A record with what only the backend knows of it. */
export interface OpenRecord {
  record: DeploymentRecord;
  /** Absent as long as nothing was done. */
  trail?: Trail;
}

/** How a record ends. */
export interface RecordOutcome {
  status: Exclude<DeploymentRecordStatus, 'requested' | 'running'>;
  /** One sentence for the user; holds nothing of what a cluster or GitHub answered. */
  message: string;
}
