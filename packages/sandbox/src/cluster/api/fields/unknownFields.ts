import { isObject, type JsonObject } from '../../objects';
import type { ResourceType } from '../../storage';
import { findModel, modelNameOf } from './model';

/** An object without the fields that its kind does not have, and where these stood. */
export interface Decoded {
  object: JsonObject;
  /** As paths, e.g. `spec.template.spec.containers[0].imag`. */
  unknown: string[];
}

const LIST = /^Array<(.+)>$/;
const MAP = /^\{ \[key: string\]: (.+); \}$/;

/** Reads an object as its kind; of custom kinds every field is known. */
export function decodeAs(type: ResourceType, object: JsonObject): Decoded {
  const unknown: string[] = [];
  const model = modelNameOf(type);
  const decoded = model ? decode(object, model, '', unknown) : object;
  return { object: isObject(decoded) ? decoded : object, unknown };
}

function decode(
  value: unknown,
  type: string,
  path: string,
  unknown: string[],
): unknown {
  const [, entryType] = LIST.exec(type) ?? [];
  if (entryType && Array.isArray(value)) {
    return value.map((entry, at) =>
      decode(entry, entryType, `${path}[${at}]`, unknown),
    );
  }
  if (!isObject(value)) return value;
  const [, valueType] = MAP.exec(type) ?? [];
  const model = valueType ? undefined : findModel(type);
  if (!valueType && !model) return value;
  const result: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) {
    const at = path ? `${path}.${field}` : field;
    const fieldType = valueType ?? model?.get(field);
    if (fieldType) result[field] = decode(inner, fieldType, at, unknown);
    else unknown.push(at);
  }
  return result;
}
