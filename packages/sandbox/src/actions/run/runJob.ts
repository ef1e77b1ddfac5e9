import fs from 'node:fs';
import path from 'node:path';
import {
  evaluateCondition,
  interpolate,
  interpolateValue,
} from '../expressions/evaluate';
import { isTruthy, toMapping, toTexts, Value } from '../expressions/values';
import { StepDefinition } from '../workflow/types';
import {
  createStepScope,
  getJobStatus,
  JobContext,
  JobStart,
} from './jobContext';
import { runStep } from './runStep';
import { Conclusion, Step } from './types';

/** Runs a job's steps in a fresh folder. */
export async function runJob(start: JobStart): Promise<Conclusion> {
  const context = createJobContext(start);
  const { job, definition, log } = context;
  job.status = 'in_progress';
  job.startedAt = now();
  job.steps = [
    'Set up job',
    ...definition.steps.map(() => ''),
    'Complete job',
  ].map((name, index) => createStep(index + 1, name));
  await follow(context, job.steps[0], async () => {
    log.write('Current runner version: the sandbox');
    log.write(`Job name: ${job.name}`);
    nameSteps(context);
    return 'success';
  });
  for (const [index, step] of definition.steps.entries()) {
    await follow(context, job.steps[index + 1], () =>
      runStepIfDue(context, step),
    );
  }
  await follow(context, job.steps[job.steps.length - 1], async () => 'success');

  const conclusion = getJobStatus(context);
  job.outputs = readOutputs(context);
  job.status = 'completed';
  job.conclusion = conclusion;
  job.completedAt = now();
  context.services.onChange();
  return conclusion;
}

function createJobContext(start: JobStart): JobContext {
  const [workspace, temp, home] = ['workspace', 'temp', 'home'].map(name =>
    path.join(start.dir, name),
  );
  for (const dir of [workspace, temp, home])
    fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(
    path.join(temp, 'event.json'),
    JSON.stringify(start.run.payload),
  );
  const context: JobContext = {
    ...start,
    contexts: {
      ...start.contexts,
      github: { ...toMapping(start.contexts.github), workspace },
    },
    workspace,
    temp,
    home,
    env: {},
    pathAdditions: [],
    steps: {},
    failed: false,
  };
  for (const env of [start.workflowEnv, start.definition.env]) {
    Object.assign(
      context.env,
      toTexts(interpolateValue(env, createStepScope(context))),
    );
  }
  return context;
}

async function runStepIfDue(
  context: JobContext,
  step: StepDefinition,
): Promise<Conclusion> {
  const record = (
    outcome: Conclusion,
    conclusion: Conclusion,
    outputs: Record<string, Value>,
  ) => {
    if (step.id) context.steps[step.id] = { outputs, outcome, conclusion };
    return conclusion;
  };
  try {
    if (!evaluateCondition(step.if, createStepScope(context))) {
      return record('skipped', 'skipped', {});
    }
    return record('success', 'success', await runStep(context, step));
  } catch (error) {
    context.log.error(error instanceof Error ? error.message : String(error));
    const tolerated = interpolateValue(
      step['continue-on-error'] ?? false,
      createStepScope(context),
    );
    if (isTruthy(tolerated)) return record('failure', 'success', {});
    context.failed = true;
    return record(
      'failure',
      context.signal.aborted ? 'cancelled' : 'failure',
      {},
    );
  }
}

async function follow(
  context: JobContext,
  step: Step,
  work: () => Promise<Conclusion>,
) {
  step.status = 'in_progress';
  step.startedAt = now();
  context.services.onChange();
  step.conclusion = await work();
  step.status = 'completed';
  step.completedAt = now();
  context.services.onChange();
}

function nameSteps(context: JobContext) {
  for (const [index, step] of context.definition.steps.entries()) {
    const fallback = step.uses ?? (step.run ?? '').trim().split('\n')[0];
    let name = `Run ${fallback}`;
    try {
      if (step.name) name = interpolate(step.name, createStepScope(context));
    } catch {
      // A name may speak of what is known only later; GitHub then shows it as it is written.
      name = step.name ?? name;
    }
    context.job.steps[index + 1].name = name;
  }
}

function readOutputs(context: JobContext): Record<string, Value> {
  try {
    return toMapping(
      interpolateValue(context.definition.outputs, createStepScope(context)),
    );
  } catch (error) {
    context.log.error(`The job's outputs: ${String(error)}`);
    return {};
  }
}

function createStep(number: number, name: string): Step {
  return {
    number,
    name,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
  };
}

function now(): string {
  return new Date().toISOString();
}
