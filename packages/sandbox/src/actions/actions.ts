import fs from 'node:fs';
import { ActionsOptions, ActiveRuns } from './activeRuns';
import { Job, WorkflowRun } from './run/types';
import {
  createDispatchRequest,
  createPushRequest,
  createRun,
  Dispatch,
  PushedRef,
  RunRequest,
} from './runRequest';
import { RunStore } from './runStore';
import { readWorkflowFiles } from './workflowFiles';
import { parseWorkflow, WorkflowError } from './workflow/parseWorkflow';
import { isTriggeredByPush } from './workflow/triggers';
import { Workflow } from './workflow/types';

const ZERO = /^0+$/;

/** GitHub Actions: starts runs, keeps them and their logs, ends them with the sandbox. */
export class Actions {
  readonly #options: ActionsOptions;
  readonly #runs: RunStore;
  readonly #active: ActiveRuns;

  constructor(options: ActionsOptions) {
    this.#options = options;
    this.#runs = new RunStore(options.stateDir, options.logger);
    this.#active = new ActiveRuns(options, this.#runs);
  }

  /** The runs of a repository, newest first. */
  list(repository: string): WorkflowRun[] {
    return this.#runs.list(repository);
  }

  get(repository: string, id: number): WorkflowRun | undefined {
    return this.list(repository).find(run => run.id === id);
  }

  getJob(repository: string, id: number) {
    return this.list(repository)
      .flatMap(run => run.jobs.map(job => ({ run, job })))
      .find(found => found.job.id === id);
  }

  readLog(job: Job): string {
    const file = this.#runs.getLogFile(job.id);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  /** The workflow files at a commit, with what is wrong with those that cannot be read. */
  readWorkflows(repository: string, commit: string) {
    return readWorkflowFiles(this.#options.host.git(repository), commit);
  }

  /** Starts what a push triggers. */
  async onPush(repository: string, pushed: PushedRef): Promise<WorkflowRun[]> {
    const { ref, after, pusher } = pushed;
    if (ZERO.test(after) || !/^refs\/(heads|tags)\//.test(ref)) return [];
    // GitHub's rule against endless loops.
    if (pusher === 'github-actions[bot]') return [];
    const { host } = this.#options;
    const git = host.git(repository);
    const commit = await git.commit(after);
    if (!commit) return [];
    const before = ZERO.test(pushed.before) ? undefined : pushed.before;
    const push = {
      ref,
      changedFiles: await git.changedFiles(before, after),
      message: commit.message,
    };
    const request = createPushRequest(host, repository, pushed, commit);
    const files = await this.readWorkflows(repository, after);
    return files.flatMap(({ workflow }) =>
      workflow && isTriggeredByPush(workflow, push)
        ? [this.#start(workflow, request)]
        : [],
    );
  }

  /** Starts a workflow by hand. */
  dispatch(dispatch: Dispatch): WorkflowRun {
    return this.#start(
      dispatch.workflow,
      createDispatchRequest(this.#options.host, dispatch),
    );
  }

  cancel(run: WorkflowRun) {
    this.#active.cancel(run);
  }

  /** Runs a run again, whole or only what has not succeeded. */
  async rerun(run: WorkflowRun, options: { failedOnly: boolean }) {
    const git = this.#options.host.git(run.repository);
    const text = await git.readFile(run.sha, run.workflowPath);
    if (!text) throw new WorkflowError(run.workflowPath, 'it is gone');
    const workflow = parseWorkflow(text.toString(), run.workflowPath);
    run.attempt += 1;
    run.status = 'queued';
    run.conclusion = null;
    run.startedAt = new Date().toISOString();
    run.jobs = options.failedOnly
      ? run.jobs.filter(job => job.conclusion === 'success')
      : [];
    this.#active.start(workflow, run);
  }

  /** Resolves when a run has ended. */
  async whenDone(run: WorkflowRun): Promise<WorkflowRun> {
    await this.#active.whenDone(run);
    return run;
  }

  async stop() {
    await this.#active.stop();
    this.#runs.save();
  }

  #start(workflow: Workflow, request: RunRequest): WorkflowRun {
    const siblings = this.list(request.repository).filter(
      other => other.workflowPath === workflow.path,
    );
    const run = createRun(this.#options.host, workflow, request, {
      id: this.#runs.nextId(),
      number: siblings.length + 1,
    });
    this.#runs.add(run);
    this.#active.start(workflow, run);
    return run;
  }
}
