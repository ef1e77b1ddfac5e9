import type { WorkflowRun } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * The GitHub requests that EKS Deploy makes.
 *
 * @remarks
 * Errors are those of `@backstage/errors`, worded for whoever clicked: `NotFoundError` (no such repository or workflow),
 * `InputError` (the workflow does not take what was sent), `ServiceUnavailableError` (GitHub can't be reached, refuses
 * the portal's credentials or limits its rate; the last as {@link GithubRateLimitError}). Of GitHub's own text only a
 * rejection that nobody foresaw is quoted, by `redactMessage`.
 *
 * @public
 */
export interface GithubClient {
  /**
   * Starts a workflow on the repository's default branch, by one request that is never repeated.
   *
   * @throws {@link OutcomeUnknownError} where the workflow may have been started; after any other error it was not.
   * @returns the run, or undefined where GitHub took the request without naming it: {@link GithubClient.findWorkflowRun}
   * finds it once it exists.
   */
  dispatchWorkflow(
    dispatch: WorkflowDispatch,
  ): Promise<WorkflowRun | undefined>;

  /** The newest run whose `run-name` holds the request id, if there is one yet. */
  findWorkflowRun(request: {
    repository: GithubRepository;
    /** File name, e.g. `deploy.yml`. */
    workflow: string;
    requestId: string;
  }): Promise<WorkflowRun | undefined>;

  /**
   * Reads a run.
   *
   * @returns undefined when it is as it was for the given ETag, which costs nothing of GitHub's rate limit.
   */
  getWorkflowRun(request: {
    repository: GithubRepository;
    runId: number;
    etag?: string;
  }): Promise<{ run: WorkflowRun; etag?: string } | undefined>;

  /** The jobs of a run's latest attempt; none where it ended before GitHub made any. */
  listWorkflowJobs(request: {
    repository: GithubRepository;
    runId: number;
  }): Promise<WorkflowJob[]>;

  /** The run of the same workflow that was queued after this one and before this one ended, if there is one. */
  findNewerRun(request: {
    repository: GithubRepository;
    /** File name, e.g. `deploy.yml`. */
    workflow: string;
    runId: number;
  }): Promise<WorkflowRun | undefined>;
}

/**
 * A job of a workflow run.
 *
 * @public
 */
export interface WorkflowJob {
  /** As GitHub shows it. */
  name: string;
  /** Its page. */
  url?: string;
  /** How it ended, e.g. `failure`; absent until then. */
  conclusion?: string;
  /** Whether any of its steps began. */
  began: boolean;
  /** The first of its steps that failed, as GitHub shows it. */
  failedStep?: string;
}

/**
 * A request to run a workflow.
 *
 * @public
 */
export interface WorkflowDispatch {
  /** Whose workflow. */
  repository: GithubRepository;
  /** File name below `.github/workflows`, e.g. `deploy.yml`. */
  workflow: string;
  /** As the workflow declares them below `workflow_dispatch`. */
  inputs: Record<string, string>;
}

/**
 * A repository on the host of one of the configured GitHub integrations.
 *
 * @public
 */
export interface GithubRepository {
  /** Host with its port where it has one, e.g. `github.com`. */
  host: string;
  /** User or organisation. */
  owner: string;
  /** Without the owner. */
  name: string;
}
