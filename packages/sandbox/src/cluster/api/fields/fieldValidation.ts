import type { JsonObject } from '../../objects';
import { apiVersionOf, badRequest } from '../../storage';
import type { ApiRequest } from '../apiRequest';
import { decodeAs } from './unknownFields';

const LEVELS = ['Ignore', 'Warn', 'Strict'];

/** Drops the fields that a kind does not have, or refuses the object for them where the request wants it strict. */
export function dropUnknownFields(
  { type, query }: Pick<ApiRequest, 'type' | 'query'>,
  given: JsonObject,
): JsonObject {
  const level = query.get('fieldValidation') || 'Warn';
  if (!LEVELS.includes(level)) {
    throw badRequest(
      `fieldValidation: Unsupported value: "${level}": supported values: "Ignore", "Strict", "Warn"`,
    );
  }
  const { object, unknown } = decodeAs(type, given);
  if (level === 'Strict' && unknown.length > 0) {
    const fields = unknown.map(path => `unknown field "${path}"`).join(', ');
    throw badRequest(
      `${type.kind} in version "${apiVersionOf(type)}" cannot be handled as a ${
        type.kind
      }: strict decoding error: ${fields}`,
    );
  }
  return object;
}
