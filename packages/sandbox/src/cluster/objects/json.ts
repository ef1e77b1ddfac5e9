/** A JSON object whose fields are yet to be looked at. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Forbids any later change, so that what the store handed out stays what it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** The value at a path of field names, if all of them are there. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, field) => (isObject(inner) ? inner[field] : undefined),
    value,
  );
}

/**
 * Whether two values are the same on the wire: a field of `undefined` is none, and where a value was made doesn't
 * matter (node's own comparison tells objects of another realm, as `structuredClone` makes them under jest, apart).
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length && a.every((item, at) => isSameJson(item, b[at]))
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every(field => isSameJson(a[field], b[field]));
}
