import { isObject, type JsonObject } from '../../objects';
import { badRequest } from '../../storage';
import { mergeKeyOf, mergesValues } from './mergeKeys';
import { orderEntries } from './orderEntries';

const ORDER = '$setElementOrder/';
const DELETE_VALUES = '$deleteFromPrimitiveList/';

/** Applies a strategic merge patch, with its directives, to a copy of the object. */
export function applyStrategicMerge(
  target: JsonObject,
  patch: JsonObject,
): JsonObject {
  if (patch.$patch === 'replace') return withoutDirectives(patch);
  if (patch.$patch === 'delete') return {};
  const result = { ...target };
  retainKeys(result, patch.$retainKeys);
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith(DELETE_VALUES)) {
      deleteValues(result, field.slice(DELETE_VALUES.length), value);
    } else if (!field.startsWith('$')) {
      mergeField(result, field, value);
    }
  }
  for (const [field, order] of Object.entries(patch)) {
    if (field.startsWith(ORDER)) {
      const name = field.slice(ORDER.length);
      reorder(result, name, order, target[name]);
    }
  }
  return result;
}

function mergeField(result: JsonObject, field: string, value: unknown): void {
  const current = result[field];
  if (value === null) {
    delete result[field];
  } else if (isObject(value)) {
    if (value.$patch === 'delete') delete result[field];
    else {
      result[field] = applyStrategicMerge(
        isObject(current) ? current : {},
        value,
      );
    }
  } else if (Array.isArray(value)) {
    result[field] = mergeList(
      field,
      Array.isArray(current) ? current : [],
      value,
    );
  } else {
    result[field] = value;
  }
}

function mergeList(
  field: string,
  current: unknown[],
  patch: unknown[],
): unknown[] {
  if (mergesValues(field)) {
    return orderEntries([...new Set([...current, ...patch])], patch, current);
  }
  const replaces = patch.some(
    entry => isObject(entry) && entry.$patch === 'replace',
  );
  const entries = patch.filter(
    entry => !(isObject(entry) && entry.$patch === 'replace'),
  );
  const key = mergeKeyOf(field, [...entries, ...current]);
  if (replaces || !key) return entries.map(clean);
  const merged = entries.reduce<unknown[]>(
    (list, entry) => mergeEntry(list, entry, field, key),
    current,
  );
  return orderEntries(merged, entries, current, key);
}

function mergeEntry(
  list: unknown[],
  entry: unknown,
  field: string,
  key: string,
): unknown[] {
  if (!isObject(entry) || entry[key] === undefined) {
    throw badRequest(
      `map: ${JSON.stringify(
        entry,
      )} does not contain declared merge key: ${key} (in ${field})`,
    );
  }
  const isSame = (other: unknown) =>
    isObject(other) && other[key] === entry[key];
  if (entry.$patch === 'delete') return list.filter(other => !isSame(other));
  const at = list.findIndex(isSame);
  if (at < 0) return [...list, clean(entry)];
  const merged = applyStrategicMerge(list[at] as JsonObject, entry);
  return list.map((other, index) => (index === at ? merged : other));
}

/** Puts a list in the order of a directive, `current` being the one before the patch. */
function reorder(
  result: JsonObject,
  field: string,
  order: unknown,
  current: unknown,
): void {
  const list = result[field];
  if (!Array.isArray(list) || !Array.isArray(order)) return;
  const before = Array.isArray(current) ? current : [];
  const key = mergeKeyOf(field, [...order, ...list]);
  result[field] = orderEntries(list, order, before, key);
}

function deleteValues(
  result: JsonObject,
  field: string,
  values: unknown,
): void {
  const list = result[field];
  if (Array.isArray(list) && Array.isArray(values)) {
    result[field] = list.filter(value => !values.includes(value));
  }
}

function retainKeys(result: JsonObject, keys: unknown): void {
  if (!Array.isArray(keys)) return;
  for (const field of Object.keys(result)) {
    if (!keys.includes(field)) delete result[field];
  }
}

/** A value that is added, rid of directives and of nulls that mean «remove». */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return isObject(value) ? withoutDirectives(value) : value;
}

function withoutDirectives(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field, inner]) => !field.startsWith('$') && inner !== null)
      .map(([field, inner]) => [field, clean(inner)]),
  );
}
