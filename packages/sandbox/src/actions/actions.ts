import fs from 'node:fs';
import path from 'node:path';
import { Logger } from 'winston';
import { ImageStore } from '../aws/imageStore';
import { interpolate } from './expressions/evaluate';
import { Value } from './expressions/values';
import { ConcurrencyGroups } from './run/concurrency';
import { executeWorkflow } from './run/executeWorkflow';
import { createGithubContext } from './run/githubContext';
import { ActionsHost } from './run/host';
import { ToolEnvironment } from './run/tools';
import { Job, WorkflowRun } from './run/types';
import { parseWorkflow, WorkflowError } from './workflow/parseWorkflow';
import { isTriggeredByPush } from './workflow/triggers';
import { Workflow } from './workflow/types';

const WORKFLOWS = '.github/workflows';
const ZERO = /^0+$/;

/** What the runner needs around it. */
export interface ActionsOptions {
  stateDir: string;
  host: ActionsHost;
  images: ImageStore;
  tools: ToolEnvironment;
  logger: Logger;
}

/** A ref that a push has moved. */
export interface PushedRef {
  ref: string;
  before: string;
  after: string;
  pusher: string;
}

/** GitHub Actions: starts runs, keeps them and their logs, ends them with the sandbox. */
export class Actions {
  readonly #options: ActionsOptions;
  readonly #file: string;
  readonly #runs: WorkflowRun[];
  readonly #groups = new ConcurrencyGroups();
  readonly #active = new Map<
    number,
    { abort: AbortController; done: Promise<void> }
  >();
  readonly #stopped = new AbortController();
  #lastId: number;
  #saving: NodeJS.Timeout | undefined;

  constructor(options: ActionsOptions) {
    this.#options = options;
    this.#file = path.join(options.stateDir, 'runs.json');
    fs.mkdirSync(options.stateDir, { recursive: true });
    this.#runs = fs.existsSync(this.#file)
      ? JSON.parse(fs.readFileSync(this.#file, 'utf8'))
      : [];
    for (const run of this.#runs) endInterrupted(run);
    const ids = this.#runs.flatMap(run => [
      run.id,
      ...run.jobs.map(job => job.id),
    ]);
    this.#lastId = Math.max(1_000, ...ids);
  }

  /** The runs of a repository, newest first. */
  list(repository: string): WorkflowRun[] {
    return this.#runs.filter(run => run.repository === repository).reverse();
  }

  get(repository: string, id: number): WorkflowRun | undefined {
    return this.#runs.find(
      run => run.id === id && run.repository === repository,
    );
  }

  getJob(repository: string, id: number) {
    return this.list(repository)
      .flatMap(run => run.jobs.map(job => ({ run, job })))
      .find(found => found.job.id === id);
  }

  readLog(job: Job): string {
    const file = this.#getLogFile(job.id);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  /** The workflow files at a commit, with what is wrong with those that cannot be read. */
  async readWorkflows(repository: string, commit: string) {
    const git = this.#options.host.git(repository);
    if (!(await git.entry(commit, WORKFLOWS))) return [];
    const entries = await git.list(commit, WORKFLOWS);
    const files = entries.filter(
      entry => entry.type === 'blob' && /\.ya?ml$/.test(entry.path),
    );
    return Promise.all(
      files.map(async file => {
        const text = (await git.blob(file.sha)).toString();
        return { path: file.path, ...tryParse(text, file.path) };
      }),
    );
  }

  /** Starts what a push triggers. */
  async onPush(repository: string, pushed: PushedRef): Promise<WorkflowRun[]> {
    const { ref, after, pusher } = pushed;
    if (ZERO.test(after) || !/^refs\/(heads|tags)\//.test(ref)) return [];
    // GitHub's rule against endless loops.
    if (pusher === 'github-actions[bot]') return [];
    const git = this.#options.host.git(repository);
    const commit = await git.commit(after);
    if (!commit) return [];
    const before = ZERO.test(pushed.before) ? undefined : pushed.before;
    const changedFiles = await git.changedFiles(before, after);
    const workflows = await this.readWorkflows(repository, after);
    const payload = {
      ref,
      before: pushed.before,
      after,
      repository: this.#options.host.repositoryPayload(repository),
      pusher: { name: pusher },
      sender: { login: pusher },
      head_commit: {
        id: after,
        message: commit.message,
        timestamp: commit.committer.date,
        author: { name: commit.author.name, email: commit.author.email },
        committer: {
          name: commit.committer.name,
          email: commit.committer.email,
        },
      },
    };
    const runs: WorkflowRun[] = [];
    for (const { workflow } of workflows) {
      const push = { ref, changedFiles, message: commit.message };
      if (workflow && isTriggeredByPush(workflow, push)) {
        runs.push(
          this.#start(workflow, {
            repository,
            event: 'push',
            payload,
            ref,
            sha: after,
            actor: pusher,
            inputs: {},
            title: commit.message.split('\n')[0],
          }),
        );
      }
    }
    return runs;
  }

  /** Starts a workflow by hand, with inputs that have been checked. */
  dispatch(options: {
    repository: string;
    workflow: Workflow;
    ref: string;
    sha: string;
    actor: string;
    inputs: Record<string, Value>;
  }): WorkflowRun {
    const { workflow, inputs, ref, repository, actor } = options;
    return this.#start(workflow, {
      ...options,
      event: 'workflow_dispatch',
      payload: {
        inputs,
        ref,
        workflow: workflow.path,
        repository: this.#options.host.repositoryPayload(repository),
        sender: { login: actor },
      },
      title: workflow.name,
    });
  }

  cancel(run: WorkflowRun) {
    this.#active.get(run.id)?.abort.abort();
  }

  /** Runs a run again, whole or only what has not succeeded. */
  async rerun(run: WorkflowRun, options: { failedOnly: boolean }) {
    const git = this.#options.host.git(run.repository);
    const text = await git.readFile(run.sha, run.workflowPath);
    if (!text) throw new WorkflowError(run.workflowPath, 'it is gone');
    const kept = options.failedOnly
      ? run.jobs.filter(job => job.conclusion === 'success')
      : [];
    run.attempt += 1;
    run.status = 'queued';
    run.conclusion = null;
    run.startedAt = new Date().toISOString();
    run.jobs = kept;
    this.#execute(parseWorkflow(text.toString(), run.workflowPath), run, kept);
  }

  /** Resolves when a run has ended. */
  async whenDone(run: WorkflowRun): Promise<WorkflowRun> {
    await this.#active.get(run.id)?.done;
    return run;
  }

  async stop() {
    this.#stopped.abort();
    const active = [...this.#active.values()];
    for (const { abort } of active) abort.abort();
    await Promise.all(active.map(({ done }) => done));
    this.#save();
  }

  #start(
    workflow: Workflow,
    given: Pick<
      WorkflowRun,
      | 'repository'
      | 'event'
      | 'payload'
      | 'ref'
      | 'sha'
      | 'actor'
      | 'inputs'
      | 'title'
    >,
  ): WorkflowRun {
    const now = new Date().toISOString();
    const siblings = this.list(given.repository).filter(
      other => other.workflowPath === workflow.path,
    );
    const run: WorkflowRun = {
      id: this.#nextId(),
      repository: given.repository,
      event: given.event,
      payload: given.payload,
      ref: given.ref,
      sha: given.sha,
      actor: given.actor,
      inputs: given.inputs,
      title: given.title,
      workflowPath: workflow.path,
      name: workflow.name,
      number: siblings.length + 1,
      attempt: 1,
      status: 'queued',
      conclusion: null,
      createdAt: now,
      startedAt: now,
      updatedAt: now,
      jobs: [],
    };
    run.title = this.#readTitle(workflow, run);
    this.#runs.push(run);
    this.#execute(workflow, run, []);
    return run;
  }

  #readTitle(workflow: Workflow, run: WorkflowRun): string {
    if (!workflow.runName) return run.title;
    const { host } = this.#options;
    return interpolate(workflow.runName, {
      contexts: {
        github: createGithubContext(run, host, ''),
        inputs: run.inputs,
        vars: host.variables(run.repository),
      },
    }).trim();
  }

  #execute(workflow: Workflow, run: WorkflowRun, kept: Job[]) {
    const { host, images, tools, logger, stateDir } = this.#options;
    const abort = new AbortController();
    const onChange = () => {
      run.updatedAt = new Date().toISOString();
      if (run.status === 'queued' && run.jobs.some(job => job.startedAt)) {
        run.status = 'in_progress';
      }
      this.#saveSoon();
    };
    const work = async () => {
      let conclusion: WorkflowRun['conclusion'] = 'failure';
      try {
        const { result } = await executeWorkflow({
          run,
          workflow,
          inputs: run.inputs,
          prefix: '',
          services: {
            host,
            images,
            tools,
            artifactsDir: path.join(stateDir, 'artifacts'),
            onChange,
            stopped: this.#stopped.signal,
          },
          groups: this.#groups,
          abort,
          nextJobId: () => this.#nextId(),
          getLogFile: id => this.#getLogFile(id),
          kept,
        });
        conclusion = result;
      } catch (error) {
        logger.error(
          `actions: run ${run.id} of ${run.repository}: ${String(error)}`,
        );
      }
      run.conclusion = conclusion;
      run.status = 'completed';
      onChange();
      this.#active.delete(run.id);
      logger.info(
        `actions: ${run.repository} "${run.title}" ended: ${conclusion}`,
      );
    };
    logger.info(`actions: ${run.repository} "${run.title}" starts`);
    // Answered before its first job: a caller sees the run queued.
    const done = new Promise<void>(resolve => {
      setImmediate(() => work().finally(resolve));
    });
    this.#active.set(run.id, { abort, done });
    this.#saveSoon();
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #getLogFile(jobId: number): string {
    return path.join(this.#options.stateDir, 'logs', `${jobId}.log`);
  }

  #saveSoon() {
    this.#saving ??= setTimeout(() => this.#save(), 200);
    this.#saving.unref();
  }

  #save() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    fs.writeFileSync(this.#file, JSON.stringify(this.#runs));
  }
}

function tryParse(
  text: string,
  file: string,
): { workflow?: Workflow; problem?: string } {
  try {
    return { workflow: parseWorkflow(text, file) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A run that an earlier sandbox did not bring to its end. */
function endInterrupted(run: WorkflowRun) {
  for (const record of [run, ...run.jobs]) {
    if (record.status !== 'completed') {
      record.status = 'completed';
      record.conclusion = 'cancelled';
    }
  }
}
