import { Commit } from '../git/commit';
import { interpolate } from './expressions/evaluate';
import { Value } from './expressions/values';
import { createGithubContext } from './run/githubContext';
import { ActionsHost } from './run/host';
import { WorkflowRun } from './run/types';
import { Workflow } from './workflow/types';

/** A ref that a push has moved. */
export interface PushedRef {
  ref: string;
  before: string;
  after: string;
  pusher: string;
}

/** A workflow to be started by hand, with inputs that have been checked. */
export interface Dispatch {
  repository: string;
  workflow: Workflow;
  ref: string;
  sha: string;
  actor: string;
  inputs: Record<string, Value>;
}

/** What starts a run: an event with its payload. */
export type RunRequest = Pick<
  WorkflowRun,
  | 'repository'
  | 'event'
  | 'payload'
  | 'ref'
  | 'sha'
  | 'actor'
  | 'inputs'
  | 'title'
>;

/** The request of a push. */
export function createPushRequest(
  host: ActionsHost,
  repository: string,
  pushed: PushedRef,
  commit: Commit,
): RunRequest {
  const { ref, before, after, pusher } = pushed;
  const { message, author, committer } = commit;
  return {
    repository,
    event: 'push',
    ref,
    sha: after,
    actor: pusher,
    inputs: {},
    title: message.split('\n')[0],
    payload: {
      ref,
      before,
      after,
      repository: host.repositoryPayload(repository),
      pusher: { name: pusher },
      sender: { login: pusher },
      head_commit: {
        id: after,
        message,
        timestamp: committer.date,
        author: { name: author.name, email: author.email },
        committer: { name: committer.name, email: committer.email },
      },
    },
  };
}

/** The request of a dispatch. */
export function createDispatchRequest(
  host: ActionsHost,
  { workflow, ...dispatch }: Dispatch,
): RunRequest {
  const { inputs, ref, repository, actor } = dispatch;
  return {
    ...dispatch,
    event: 'workflow_dispatch',
    title: workflow.name,
    payload: {
      inputs,
      ref,
      workflow: workflow.path,
      repository: host.repositoryPayload(repository),
      sender: { login: actor },
    },
  };
}

/** A run that is about to start, named as its workflow says. */
export function createRun(
  host: ActionsHost,
  workflow: Workflow,
  request: RunRequest,
  given: Pick<WorkflowRun, 'id' | 'number'>,
): WorkflowRun {
  const now = new Date().toISOString();
  const run: WorkflowRun = {
    ...given,
    ...request,
    workflowPath: workflow.path,
    name: workflow.name,
    attempt: 1,
    status: 'queued',
    conclusion: null,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    jobs: [],
    artifacts: [],
  };
  if (!workflow.runName) return run;
  const contexts = {
    github: createGithubContext(run, host, ''),
    inputs: run.inputs,
    vars: host.variables(run.repository),
  };
  return { ...run, title: interpolate(workflow.runName, { contexts }).trim() };
}
