import { isObject, type FieldSet, type JsonObject } from '../../objects';
import { mergeKeyOf } from '../patch/mergeKeys';

const ITSELF = '.';

/** The fields that a configuration sets. */
export function fieldsOf(value: unknown, name = ''): FieldSet {
  const set: FieldSet = {};
  for (const [step, inner, field] of stepsOf(value, name)) {
    set[step] = {
      ...(step.startsWith('k:') && { [ITSELF]: {} }),
      ...fieldsOf(inner, field),
    };
  }
  return set;
}

/** The fields of either set. */
export function union(a: FieldSet, b: FieldSet): FieldSet {
  const result: FieldSet = { ...a };
  for (const [step, inner] of Object.entries(b)) {
    result[step] = result[step] ? union(result[step], inner) : inner;
  }
  return result;
}

/** The set without the fields at these paths. */
export function without(set: FieldSet, paths: string[][]): FieldSet {
  return paths.reduce(withoutPath, set);
}

function withoutPath(set: FieldSet, [step, ...rest]: string[]): FieldSet {
  if (!set[step]) return set;
  const { [step]: inner, ...others } = set;
  if (rest.length === 0) return others;
  const left = withoutPath(inner, rest);
  return Object.keys(left).length ? { ...others, [step]: left } : others;
}

/** The value at a step, `undefined` if it is not there. */
export function valueAtStep(value: unknown, step: string): unknown {
  if (step.startsWith('f:')) {
    return isObject(value) ? value[step.slice(2)] : undefined;
  }
  return Array.isArray(value)
    ? value.find(entry => isEntry(entry, step))
    : undefined;
}

/** A copy of the value without the fields of `set`, save those of `kept`; what is empty then goes, too. */
export function removeFields(
  value: unknown,
  set: FieldSet,
  kept: FieldSet,
): unknown {
  return Object.entries(set).reduce<unknown>((left, [step, inner]) => {
    const current = valueAtStep(left, step);
    if (step === ITSELF || current === undefined) return left;
    const isWhole = isLeaf(inner) || ITSELF in inner;
    if (isWhole && !kept[step]) return replaceAtStep(left, step, undefined);
    if (isLeaf(inner)) return left;
    const rest = removeFields(current, inner, kept[step] ?? {});
    return replaceAtStep(left, step, isEmpty(rest) ? undefined : rest);
  }, value);
}

/** Whether a set says no more than that it is owned as a whole. */
export function isLeaf(set: FieldSet): boolean {
  return Object.keys(set).length === 0;
}

/** A path as messages say it: `.spec.template.spec.containers[name="app"].image`. */
export function formatPath(path: string[]): string {
  return path
    .map(step => {
      if (step.startsWith('f:')) return `.${step.slice(2)}`;
      const keys = Object.entries(keysOf(step)).map(
        ([key, value]) => `${key}=${JSON.stringify(value)}`,
      );
      return `[${keys.join(',')}]`;
    })
    .join('');
}

function stepsOf(value: unknown, name: string): [string, unknown, string][] {
  if (isObject(value)) {
    return Object.entries(value).map(([field, inner]) => [
      `f:${field}`,
      inner,
      field,
    ]);
  }
  const key = Array.isArray(value) ? mergeKeyOf(name, value) : undefined;
  if (!key || !Array.isArray(value)) return [];
  return value
    .filter(isObject)
    .map(entry => [`k:${JSON.stringify({ [key]: entry[key] })}`, entry, '']);
}

function replaceAtStep(value: unknown, step: string, inner: unknown): unknown {
  if (Array.isArray(value)) {
    return value.flatMap(entry => {
      if (!isEntry(entry, step)) return [entry];
      return inner === undefined ? [] : [inner];
    });
  }
  if (!isObject(value)) return value;
  const { [step.slice(2)]: _, ...others } = value;
  return inner === undefined ? others : { ...value, [step.slice(2)]: inner };
}

function isEntry(entry: unknown, step: string): boolean {
  return (
    isObject(entry) &&
    Object.entries(keysOf(step)).every(([key, value]) => entry[key] === value)
  );
}

function keysOf(step: string): JsonObject {
  return step.startsWith('k:') ? JSON.parse(step.slice(2)) : {};
}

function isEmpty(value: unknown): boolean {
  return isObject(value) || Array.isArray(value)
    ? Object.keys(value).length === 0
    : false;
}
