import { Value } from '../expressions/values';
import { InputDefinition } from './types';

/** Inputs a workflow does not take; the message is GitHub's. */
export class InputsError extends Error {}

/** Checks the inputs of a dispatch or call and fills in the defaults. */
export function resolveInputs(
  definitions: Record<string, InputDefinition>,
  given: Record<string, Value>,
): Record<string, Value> {
  const unexpected = Object.keys(given).filter(name => !(name in definitions));
  if (unexpected.length > 0) {
    throw new InputsError(
      `Unexpected inputs provided: ${JSON.stringify(unexpected)}`,
    );
  }
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      resolveInput(name, definition, given[name]),
    ]),
  );
}

function resolveInput(
  name: string,
  definition: InputDefinition,
  given: Value | undefined,
): Value {
  const missing = given === undefined || given === null || given === '';
  if (missing && definition.required && definition.default === undefined) {
    throw new InputsError(`Required input '${name}' not provided`);
  }
  const value = given ?? definition.default ?? null;
  if (
    definition.type === 'choice' &&
    !missing &&
    !definition.options?.includes(String(value))
  ) {
    throw new InputsError(
      `Provided value '${value}' for input '${name}' not in the list of allowed values`,
    );
  }
  if (definition.type === 'boolean') return value === true || value === 'true';
  if (definition.type === 'number') return Number(value ?? 0);
  return value === null ? '' : String(value);
}
