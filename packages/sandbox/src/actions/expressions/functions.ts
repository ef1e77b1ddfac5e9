import { areEqual, toText, Value } from './values';

/** A function that expressions can call. */
export type ExpressionFunction = (...args: Value[]) => Value;

/** Names are in lower case: GitHub does not look at their case. */
export type Functions = Record<string, ExpressionFunction>;

/** The functions that need no run around them. */
export const PURE_FUNCTIONS: Functions = {
  contains: (search, item) =>
    Array.isArray(search)
      ? search.some(member => areEqual(member, item))
      : lower(search).includes(lower(item)),
  startswith: (text, start) => lower(text).startsWith(lower(start)),
  endswith: (text, end) => lower(text).endsWith(lower(end)),
  format: (template, ...args) => format(toText(template), args),
  join: (list, separator = ',') =>
    Array.isArray(list)
      ? list.map(toText).join(toText(separator))
      : toText(list),
  tojson: value => JSON.stringify(value, null, 2),
  fromjson: text => JSON.parse(toText(text)),
};

function lower(value: Value): string {
  return toText(value).toLowerCase();
}

function format(template: string, args: Value[]): string {
  return template.replace(/\{\{|\}\}|\{(\d+)\}/g, (match, index?: string) =>
    index === undefined ? match[0] : toText(args[Number(index)] ?? null),
  );
}
