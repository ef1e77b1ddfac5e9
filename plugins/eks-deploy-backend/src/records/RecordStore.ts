import type {
  DeploymentRecord,
  DeploymentRecordPage,
  DeploymentRecordStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RecordScope } from './RecordScope';
import type { Trail } from './Trail';

/**
 * Keeps Deployment records; shared by all backend replicas through the database.
 *
 * @remarks
 * All throw ServiceUnavailableError when the database does not answer; what it said goes to the log.
 */
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

  /**
   * A page of the records that a reader sees, newest first, each under the Environment of the reader's entity.
   *
   * @param page - `cursor` comes from the page before; `effective` leaves out what failed before anything was changed.
   * @throws InputError if the cursor is not valid.
   */
  list(
    scope: RecordScope,
    page: { limit: number; cursor?: string; effective?: boolean },
  ): Promise<DeploymentRecordPage>;

  /** The newest records of a Workload that may have changed it, with what only the backend knows of them. */
  listEffective(
    scope: RecordScope,
    which: { workload: string; limit: number },
  ): Promise<OpenRecord[]>;

  /** Records that have not ended, of every entity, oldest first. */
  listOpen(): Promise<OpenRecord[]>;

  /**
   * Calls the listener with every change of a record that the reader sees, until the returned function is called: at
   * once of those that this replica makes, within seconds of another's. A change may come twice.
   */
  subscribe(
    scope: RecordScope,
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
  | 'kind'
  | 'workload'
  | 'requestedBy'
  | 'reason'
  | 'fromRevision'
  | 'toRevision'
  | 'image'
> & {
  /** Value of the label `backstage.io/kubernetes-id` that the Workload carries. */
  kubernetesId: string;
};

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
  /** One sentence for the user; what a cluster or GitHub answered is in it only as `redactMessage` gives it. */
  message: string;
}
