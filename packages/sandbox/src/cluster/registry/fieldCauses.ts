import type { FieldCause } from '../storage';

/** A field that must be there and is not. */
export function required(field: string, why = ''): FieldCause {
  return {
    reason: 'FieldValueRequired',
    field,
    message: why ? `Required value: ${why}` : 'Required value',
  };
}

/** A field whose value cannot be accepted. */
export function wrong(field: string, value: unknown, why: string): FieldCause {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  };
}

/** An entry of a list whose key another entry has already. */
export function duplicate(field: string, value: unknown): FieldCause {
  return {
    reason: 'FieldValueDuplicate',
    field,
    message: `Duplicate value: ${JSON.stringify(value)}`,
  };
}
