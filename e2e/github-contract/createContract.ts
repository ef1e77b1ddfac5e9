import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Description, Reference } from './Description';

/** A description that exchanges can be checked against. */
export interface Contract {
  description: Description;
  /** What a reference leads to, or what is given itself, with its place in the description. */
  resolve<T extends object>(
    given: T | Reference,
    pointer: string,
  ): T & { pointer: string };
  /** A schema of the description by its place, compiled once; `coerce` reads text as the types it stands for. */
  validator(pointer: string, options?: { coerce: boolean }): ValidateFunction;
}

const KEY = 'description';

/** Reads the schemas of an OpenAPI 3.0 description as JSON Schema, which they are nearly. */
export function createContract(given: Description): Contract {
  const description = widen(given) as Description;
  const create = (coerceTypes: 'array' | false) => {
    const ajv = new Ajv({
      strict: false,
      validateSchema: false,
      allErrors: true,
      coerceTypes,
      logger: false,
    });
    addFormats(ajv);
    return ajv.addSchema(description, KEY);
  };
  const exact = create(false);
  const coercing = create('array');
  const find = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split('/')
      .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'))
      .reduce<unknown>(
        (node, key) => (node as Record<string, unknown> | undefined)?.[key],
        description,
      );

  return {
    description,
    resolve<T extends object>(item: T | Reference, pointer: string) {
      return '$ref' in item
        ? { ...(find(item.$ref) as T), pointer: item.$ref }
        : { ...item, pointer };
    },
    validator(pointer, options) {
      const ajv = options?.coerce ? coercing : exact;
      const compiled = ajv.getSchema(`${KEY}${encodeURI(pointer)}`);
      if (!compiled) {
        throw new Error(`The description has no schema at ${pointer}.`);
      }
      return compiled;
    },
  };
}

/**
 * Ajv takes `nullable` beside a `type` only; elsewhere it is one more alternative. GitHub's alternatives overlap (an
 * error of one kind fits the other, too), so one that fits is enough. Examples are no schemas.
 */
function widen(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(widen);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const { oneOf, anyOf, nullable, ...rest } = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'examples' && key !== 'example')
      .map(([key, value]) => [key, widen(value)]),
  );
  const alternatives = [oneOf, anyOf].flatMap(given =>
    given === undefined ? [] : [{ anyOf: given }],
  );
  const schema =
    alternatives.length > 0
      ? { ...rest, allOf: [rest.allOf, alternatives].flat().filter(Boolean) }
      : rest;
  if (nullable === true) {
    return rest.type === undefined
      ? { anyOf: [{ type: 'null' }, schema] }
      : { ...schema, nullable };
  }
  // A property may be called so.
  return typeof nullable === 'object' ? { ...schema, nullable } : schema;
}
