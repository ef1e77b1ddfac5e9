import { parse } from 'yaml';
import { toMapping, Value } from '../expressions/values';
import {
  JobDefinition,
  RunDefaults,
  StepDefinition,
  TriggerFilter,
  Workflow,
} from './types';

type Mapping = Record<string, Value>;

/** A workflow file GitHub would refuse. */
export class WorkflowError extends Error {
  constructor(path: string, problem: string) {
    super(`Invalid workflow file: ${path}: ${problem}`);
    this.name = 'WorkflowError';
  }
}

/** Reads a workflow file. */
export function parseWorkflow(text: string, path: string): Workflow {
  const fail = (problem: string): never => {
    throw new WorkflowError(path, problem);
  };
  const document = readYaml(text, fail);
  if (document.on === undefined) fail("'on' is missing");
  const jobs = toMapping(document.jobs);
  if (Object.keys(jobs).length === 0) fail("'jobs' has no job");
  const workflow: Workflow = {
    path,
    name: toOptionalText(document.name) ?? path,
    runName: toOptionalText(document['run-name']),
    on: readTriggers(document.on),
    env: toMapping(document.env),
    defaults: readDefaults(document.defaults),
    concurrency: document.concurrency,
    jobs: Object.fromEntries(
      Object.entries(jobs).map(([key, job]) => [
        key,
        readJob(key, toMapping(job), fail),
      ]),
    ),
  };
  for (const [key, job] of Object.entries(workflow.jobs)) {
    const missing = job.needs.find(other => !(other in workflow.jobs));
    if (missing) fail(`job '${key}' needs the unknown job '${missing}'`);
  }
  const [waiting] = findCircularJobs(workflow.jobs);
  if (waiting) fail(`job '${waiting}' needs, by way of others, itself`);
  return workflow;
}

/** The jobs that could never start, because each waits for another of them. */
function findCircularJobs(
  jobs: Record<string, JobDefinition>,
  waiting = Object.keys(jobs),
): string[] {
  const next = waiting.filter(key =>
    jobs[key].needs.some(need => waiting.includes(need)),
  );
  return next.length === waiting.length ? next : findCircularJobs(jobs, next);
}

function readYaml(text: string, fail: (problem: string) => never): Mapping {
  try {
    return toMapping(parse(text, { merge: true }));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function readTriggers(on: Value): Record<string, TriggerFilter> {
  if (typeof on === 'string') return { [on]: {} };
  if (Array.isArray(on)) {
    return Object.fromEntries(on.map(event => [String(event), {}]));
  }
  return Object.fromEntries(
    Object.entries(toMapping(on)).map(([event, filter]) => [
      event,
      readFilter(toMapping(filter)),
    ]),
  );
}

const LISTS = [
  'branches',
  'branches-ignore',
  'tags',
  'tags-ignore',
  'paths',
  'paths-ignore',
] as const;

function readFilter(filter: Mapping): TriggerFilter {
  const lists = LISTS.filter(key => key in filter).map(key => [
    key,
    toList(filter[key]),
  ]);
  return {
    ...(Object.fromEntries(lists) as TriggerFilter),
    ...(filter.inputs !== undefined && {
      inputs: readMembers(filter.inputs) as TriggerFilter['inputs'],
    }),
    ...(filter.outputs !== undefined && {
      outputs: readMembers(filter.outputs) as TriggerFilter['outputs'],
    }),
  };
}

function readJob(
  key: string,
  job: Mapping,
  fail: (problem: string) => never,
): JobDefinition {
  const uses = toOptionalText(job.uses);
  if (!uses && !Array.isArray(job.steps)) {
    fail(`job '${key}' has neither 'steps' nor 'uses'`);
  }
  return {
    name: toOptionalText(job.name),
    needs: toList(job.needs),
    if: job.if,
    env: toMapping(job.env),
    defaults: readDefaults(job.defaults),
    environment: job.environment,
    concurrency: job.concurrency,
    outputs: toMapping(job.outputs),
    strategy: toMapping(job.strategy) as JobDefinition['strategy'],
    'continue-on-error': job['continue-on-error'],
    uses,
    with: toMapping(job.with),
    secrets: job.secrets === 'inherit' ? 'inherit' : toMapping(job.secrets),
    steps: (Array.isArray(job.steps) ? job.steps : []).map((step, index) =>
      readStep(toMapping(step), `step ${index + 1} of job '${key}'`, fail),
    ),
  };
}

function readStep(
  step: Mapping,
  where: string,
  fail: (problem: string) => never,
): StepDefinition {
  if ((step.run === undefined) === (step.uses === undefined)) {
    fail(`${where} must have either 'run' or 'uses'`);
  }
  return {
    id: toOptionalText(step.id),
    name: toOptionalText(step.name),
    if: step.if,
    uses: toOptionalText(step.uses),
    run: toOptionalText(step.run),
    shell: toOptionalText(step.shell),
    'working-directory': toOptionalText(step['working-directory']),
    with: toMapping(step.with),
    env: toMapping(step.env),
    'continue-on-error': step['continue-on-error'],
  };
}

function readDefaults(defaults: Value | undefined): RunDefaults {
  const run = toMapping(toMapping(defaults).run);
  return {
    shell: toOptionalText(run.shell),
    'working-directory': toOptionalText(run['working-directory']),
  };
}

function readMembers(value: Value): Record<string, Mapping> {
  return Object.fromEntries(
    Object.entries(toMapping(value)).map(([key, member]) => [
      key,
      toMapping(member),
    ]),
  );
}

function toList(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function toOptionalText(value: Value | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
