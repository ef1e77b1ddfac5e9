import { Value } from '../expressions/values';

export type Status = 'queued' | 'in_progress' | 'completed';
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A run of a workflow, as it is kept; `github/` writes it in GitHub's shape. */
export interface WorkflowRun {
  id: number;
  /** `owner/name`. */
  repository: string;
  workflowPath: string;
  name: string;
  /** The evaluated `run-name`. */
  title: string;
  number: number;
  attempt: number;
  event: string;
  /** The event's payload, which is the `github.event` context. */
  payload: Record<string, Value>;
  /** `refs/heads/main`. */
  ref: string;
  sha: string;
  actor: string;
  inputs: Record<string, Value>;
  status: Status;
  conclusion: Conclusion | null;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
  jobs: Job[];
  artifacts: Artifact[];
}

/** A job of a run. */
export interface Job {
  id: number;
  key: string;
  name: string;
  attempt: number;
  environment?: string;
  status: Status;
  conclusion: Conclusion | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
  steps: Step[];
  /** What `needs.<key>.outputs` gives the jobs that need it. */
  outputs: Record<string, Value>;
}

/** How a job, or the workflow it calls, ended. */
export interface JobResult {
  result: Conclusion;
  outputs: Record<string, Value>;
  /** As in the attempt before: a re-run may then keep what needs it, too. */
  isKept: boolean;
}

/** A step of a job. */
export interface Step {
  number: number;
  name: string;
  status: Status;
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
}

/** Files that a run keeps for its jobs. */
export interface Artifact {
  id: number;
  name: string;
  sizeInBytes: number;
  /** SHA-256, in hex. */
  digest: string;
  createdAt: string;
}
