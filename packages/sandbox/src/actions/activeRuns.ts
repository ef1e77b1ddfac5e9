import { Logger } from 'winston';
import { ImageStore } from '../aws/imageStore';
import { ConcurrencyGroups } from './run/concurrency';
import { executeWorkflow } from './run/executeWorkflow';
import { ActionsHost } from './run/host';
import { ToolEnvironment } from './run/tools';
import { WorkflowRun } from './run/types';
import { RunStore } from './runStore';
import { Workflow } from './workflow/types';

/** What the runner needs around it. */
export interface ActionsOptions {
  stateDir: string;
  host: ActionsHost;
  images: ImageStore;
  tools: ToolEnvironment;
  logger: Logger;
}

/** The runs that are going on. */
export class ActiveRuns {
  readonly #options: ActionsOptions;
  readonly #store: RunStore;
  readonly #groups = new ConcurrencyGroups();
  readonly #runs = new Map<
    number,
    { abort: AbortController; done: Promise<void> }
  >();
  readonly #stopped = new AbortController();

  constructor(options: ActionsOptions, store: RunStore) {
    this.#options = options;
    this.#store = store;
  }

  cancel(run: WorkflowRun) {
    this.#runs.get(run.id)?.abort.abort();
  }

  async whenDone(run: WorkflowRun) {
    await this.#runs.get(run.id)?.done;
  }

  /** Cancels every run, and waits until the last has ended. */
  async stop() {
    this.#stopped.abort();
    const runs = [...this.#runs.values()];
    for (const { abort } of runs) abort.abort();
    await Promise.all(runs.map(({ done }) => done));
  }

  /** Starts a run's jobs; those it has already are kept, as far as what they need is. */
  start(workflow: Workflow, run: WorkflowRun) {
    const { logger } = this.#options;
    const abort = new AbortController();
    const work = async () => {
      run.conclusion = await this.#runJobs(workflow, run, abort);
      run.status = 'completed';
      this.#touch(run);
      this.#runs.delete(run.id);
      logger.info(
        `actions: ${run.repository} "${run.title}" ended: ${run.conclusion}`,
      );
    };
    logger.info(`actions: ${run.repository} "${run.title}" starts`);
    // Answered before its first job: a caller sees the run queued.
    const done = new Promise<void>(resolve => {
      setImmediate(() => work().finally(resolve));
    });
    this.#runs.set(run.id, { abort, done });
  }

  async #runJobs(
    workflow: Workflow,
    run: WorkflowRun,
    abort: AbortController,
  ): Promise<WorkflowRun['conclusion']> {
    const { host, images, tools, logger } = this.#options;
    try {
      const { result } = await executeWorkflow({
        run,
        workflow,
        inputs: run.inputs,
        prefix: '',
        abort,
        kept: run.jobs,
        services: {
          host,
          images,
          tools,
          groups: this.#groups,
          artifactsDir: this.#store.artifactsDir,
          getLogFile: id => this.#store.getLogFile(id),
          nextId: () => this.#store.nextId(),
          onChange: () => this.#touch(run),
          stopped: this.#stopped.signal,
        },
      });
      return result;
    } catch (error) {
      logger.error(
        `actions: run ${run.id} of ${run.repository}: ${String(error)}`,
      );
      return 'failure';
    }
  }

  #touch(run: WorkflowRun) {
    run.updatedAt = new Date().toISOString();
    const hasStarted = run.jobs.some(
      job => job.startedAt && job.attempt === run.attempt,
    );
    if (run.status === 'queued' && hasStarted) run.status = 'in_progress';
    this.#store.changed();
  }
}
