import path from 'node:path';
import type { Logger } from 'winston';
import { JsonFile } from '../state/jsonFile';
import { Artifact, Job, WorkflowRun } from './run/types';

/** The runs of all repositories, in one JSON file, with the logs and artifacts beside it. */
export class RunStore {
  readonly artifactsDir: string;
  readonly #dir: string;
  readonly #runs: JsonFile<WorkflowRun[]>;
  #lastId: number;

  constructor(stateDir: string, logger: Logger) {
    this.#dir = stateDir;
    this.artifactsDir = path.join(stateDir, 'artifacts');
    this.#runs = new JsonFile(path.join(stateDir, 'runs.json'), [], logger);
    const runs = this.#runs.value;
    for (const run of runs) endInterrupted(run);
    this.#lastId = Math.max(1_000, ...runs.flatMap(listIds));
  }

  add(run: WorkflowRun) {
    this.#runs.value.push(run);
    this.changed();
  }

  /** The runs of a repository, newest first. */
  list(repository: string): WorkflowRun[] {
    return this.#runs.value
      .filter(run => run.repository === repository)
      .reverse();
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  getLogFile(jobId: number): string {
    return path.join(this.#dir, 'logs', `${jobId}.log`);
  }

  /** To be called after any change to what the store has handed out. */
  changed() {
    this.#runs.changed();
  }

  save() {
    this.#runs.save();
  }
}

function listIds({ id, jobs, artifacts }: WorkflowRun): number[] {
  const parts: Array<Job | Artifact> = [...jobs, ...artifacts];
  return [id, ...parts.map(part => part.id)];
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
