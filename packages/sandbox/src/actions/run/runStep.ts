import fs from 'node:fs';
import path from 'node:path';
import { interpolate, interpolateValue } from '../expressions/evaluate';
import { toTexts, Value } from '../expressions/values';
import { findStandIn } from '../standIns';
import { StepDefinition } from '../workflow/types';
import { parseCommandFile, parsePrintedCommand } from './commandFiles';
import { createStepScope, JobContext } from './jobContext';
import { runProcess } from './process';
import { createStepEnvironment } from './stepEnvironment';

const COMMAND_FILES = {
  GITHUB_OUTPUT: 'output',
  GITHUB_ENV: 'env',
  GITHUB_PATH: 'path',
  GITHUB_STEP_SUMMARY: 'summary',
  GITHUB_STATE: 'state',
};

/** The shells of a `run`, each with the file of the script behind it. */
const SHELLS: Record<string, string[]> = {
  default: ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  sh: ['sh', '-e'],
};

/** Runs one step and answers its outputs; a step that fails throws. */
export async function runStep(
  context: JobContext,
  step: StepDefinition,
): Promise<Record<string, Value>> {
  const scope = createStepScope(context);
  const stepEnv = toTexts(interpolateValue(step.env, scope));
  const withStepEnv = {
    ...scope,
    contexts: { ...scope.contexts, env: { ...context.env, ...stepEnv } },
  };
  if (step.uses) {
    const inputs = toTexts(interpolateValue(step.with, withStepEnv));
    const action = step.uses.split('@')[0];
    const standIn = findStandIn(action);
    context.log.write(`##[group]Run ${step.uses}`);
    for (const [name, value] of Object.entries(inputs)) {
      context.log.write(`  ${name}: ${value}`);
    }
    context.log.write('##[endgroup]');
    return standIn({ context, action, inputs });
  }
  const script = interpolate(step.run ?? '', withStepEnv);
  return runScript(context, step, script, stepEnv);
}

async function runScript(
  context: JobContext,
  step: StepDefinition,
  script: string,
  stepEnv: Record<string, string>,
): Promise<Record<string, Value>> {
  const { log, defaults, temp, workspace } = context;
  const scope = createStepScope(context);
  const shell = step.shell ?? defaults.shell ?? 'default';
  const command = SHELLS[shell];
  if (!command) {
    throw new Error(
      `The sandbox has no shell '${shell}'; it has ${Object.keys(SHELLS)
        .slice(1)
        .join(' and ')}.`,
    );
  }
  const directory = interpolate(
    step['working-directory'] ?? defaults['working-directory'] ?? '',
    scope,
  );
  const dir = fs.mkdtempSync(path.join(temp, 'step-'));
  const files = Object.fromEntries(
    Object.entries(COMMAND_FILES).map(([name, file]) => [
      name,
      path.join(dir, file),
    ]),
  );
  for (const file of Object.values(files)) fs.writeFileSync(file, '');
  const scriptFile = path.join(dir, 'script.sh');
  fs.writeFileSync(scriptFile, script);

  log.write(`##[group]Run ${script.trim().split('\n')[0]}`);
  for (const line of script.trimEnd().split('\n')) log.write(line);
  log.write('##[endgroup]');
  const exitCode = await runProcess(
    command[0],
    [...command.slice(1), scriptFile],
    {
      cwd: path.resolve(workspace, directory),
      env: createStepEnvironment(context, stepEnv, files),
      // Steps that run in spite of a cancellation must not be ended by it.
      signal: context.signal.aborted
        ? context.services.stopped
        : context.signal,
      onLine: line => writeLine(context, line),
    },
  );
  const outputs = readCommandFiles(context, files);
  if (exitCode !== 0) {
    throw new Error(`Process completed with exit code ${exitCode}.`);
  }
  return outputs;
}

function readCommandFiles(
  context: JobContext,
  files: Record<string, string>,
): Record<string, Value> {
  const read = (name: string) => fs.readFileSync(files[name], 'utf8');
  Object.assign(context.env, parseCommandFile(read('GITHUB_ENV')));
  context.pathAdditions.unshift(
    ...read('GITHUB_PATH').split('\n').filter(Boolean).reverse(),
  );
  return parseCommandFile(read('GITHUB_OUTPUT'));
}

function writeLine({ log }: JobContext, line: string) {
  const command = parsePrintedCommand(line);
  switch (command?.name) {
    case undefined:
      log.write(line);
      break;
    case 'add-mask':
      log.mask(command?.message ?? '');
      break;
    default:
      log.write(`##[${command?.name}]${command?.message}`);
  }
}
