import type { Repository } from '../targets';

/** What an act leaves behind that it can be recognised and followed by; known before the act. */
export type Trail = RolloutTrail | WorkflowRunTrail;

/** A Deployment whose pod template was changed. */
export interface RolloutTrail {
  type: 'rollout';
  uid: string;
  /**
   * Digest of the pod template that was asked for. The generation would not do: scaling raises it too.
   */
  template: string;
  /** The Deployment's generation before the change: as long as it is the same, the change was not made. */
  fromGeneration?: number;
  /** The Cluster has taken the change; absent as long as its answer is not there. */
  written?: boolean;
}

/** A workflow run, whose name holds the record's id. */
export interface WorkflowRunTrail {
  type: 'workflow-run';
  repository: Repository;
  workflow: string;
}
