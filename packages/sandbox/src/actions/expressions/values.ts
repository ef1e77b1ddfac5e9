/** What an expression works on: JSON. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Value[]
  | { [key: string]: Value };

/** How a value is written into a string. */
export function toText(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'object') return 'Object';
  return Object.is(value, -0) ? '0' : String(value);
}

export function isTruthy(value: Value): boolean {
  return !(
    value === null ||
    value === '' ||
    value === 0 ||
    value === false ||
    Number.isNaN(value)
  );
}

export function toNumber(value: Value): number {
  if (typeof value === 'object') return value === null ? 0 : NaN;
  return Number(value);
}

/** `==`: strings without their case, unlike types as numbers, objects by identity. */
export function areEqual(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase();
  }
  if (isObject(left) || isObject(right)) return left === right;
  return toNumber(left) === toNumber(right);
}

/** `<` and its siblings; unlike types as numbers. */
export function isLess(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() < right.toLowerCase();
  }
  return toNumber(left) < toNumber(right);
}

/** A member by a key whose case does not matter; `null` when there is none. */
export function getMember(target: Value, key: Value): Value {
  if (Array.isArray(target)) return target[toNumber(key)] ?? null;
  if (!isObject(target) || isObject(key)) return null;
  const name = toText(key);
  if (Object.hasOwn(target, name)) return target[name];
  const other = Object.keys(target).find(
    candidate => candidate.toLowerCase() === name.toLowerCase(),
  );
  return other === undefined ? null : target[other];
}

/** A mapping as it is; anything else is an empty one. */
export function toMapping(value: Value | undefined): Record<string, Value> {
  return isMapping(value) ? value : {};
}

/** A mapping whose members are written as text, as environment variables and inputs are. */
export function toTexts(value: Value | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toMapping(value)).map(([name, member]) => [
      name,
      toText(member),
    ]),
  );
}

export function isMapping(
  value: Value | undefined,
): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObject(value: Value): value is Value[] | { [key: string]: Value } {
  return typeof value === 'object' && value !== null;
}
