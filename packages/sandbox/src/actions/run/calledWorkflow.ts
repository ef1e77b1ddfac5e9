import { interpolateValue, Scope } from '../expressions/evaluate';
import { toMapping, toTexts } from '../expressions/values';
import { resolveInputs } from '../workflow/inputs';
import { parseWorkflow } from '../workflow/parseWorkflow';
import { JobDefinition } from '../workflow/types';
import { Execution } from './execution';

/** What the jobs of a reusable workflow start from: one of the same repository, at the same commit. */
export async function createCalledExecution(
  caller: Execution,
  job: { definition: JobDefinition; uses: string; name: string; scope: Scope },
): Promise<Execution> {
  const { definition, uses, name, scope } = job;
  const { run, services } = caller;
  const file = uses.replace(/^\.\//, '');
  const text = uses.startsWith('./')
    ? await services.host.git(run.repository).readFile(run.sha, file)
    : undefined;
  if (!text) {
    throw new Error(`there is no reusable workflow ${uses} at ${run.sha}`);
  }
  const workflow = parseWorkflow(text.toString(), file);
  const trigger = workflow.on.workflow_call;
  if (!trigger) throw new Error(`${uses} has no 'workflow_call' trigger`);
  const given = toMapping(interpolateValue(definition.with, scope));
  return {
    ...caller,
    workflow,
    inputs: resolveInputs(trigger.inputs ?? {}, given),
    prefix: `${caller.prefix}${name} / `,
    ...(definition.secrets !== 'inherit' && {
      secrets: toTexts(interpolateValue(definition.secrets, scope)),
    }),
  };
}
