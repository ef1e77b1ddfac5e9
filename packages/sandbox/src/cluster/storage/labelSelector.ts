import type { LabelSelector } from '../objects';
import { badRequest } from './apiError';

/** Whether a set of labels is selected. */
export type LabelMatch = (
  labels: Record<string, string> | undefined,
) => boolean;

const SET_BASED = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/;
const EQUALITY = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s!=]*)$/;
const EXISTENCE = /^(!?)\s*([^\s!=,()]+)$/;

/** Parses a `labelSelector` query: equality-based, set-based and existence terms, all of which must hold. */
export function parseLabelSelector(query: string): LabelMatch {
  const terms = splitTerms(query).map(parseTerm);
  return labels => terms.every(term => term(labels ?? {}));
}

/** The predicate of a selector as workloads carry it; an empty one selects everything. */
export function matchesSelector(selector: LabelSelector): LabelMatch {
  const equal = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  return (labels = {}) =>
    equal.every(([key, value]) => labels[key] === value) &&
    expressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return key in labels && values.includes(labels[key]);
        case 'NotIn':
          return !(key in labels) || !values.includes(labels[key]);
        case 'Exists':
          return key in labels;
        default:
          return !(key in labels);
      }
    });
}

/** The selector as `kubectl get -o wide` prints it. */
export function formatSelector(selector: LabelSelector | undefined): string {
  const terms = [
    ...Object.entries(selector?.matchLabels ?? {})
      .sort()
      .map(([key, value]) => `${key}=${value}`),
    ...(selector?.matchExpressions ?? []).map(
      ({ key, operator, values = [] }) => {
        if (operator === 'Exists') return key;
        if (operator === 'DoesNotExist') return `!${key}`;
        return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
      },
    ),
  ];
  return terms.length ? terms.join(',') : '<none>';
}

/** Commas inside `(…)` separate values, those outside separate terms. */
function splitTerms(query: string): string[] {
  return (query.match(/(?:\([^)]*\)?|[^,(])+/g) ?? [])
    .map(term => term.trim())
    .filter(term => term !== '');
}

function parseTerm(term: string): (labels: Record<string, string>) => boolean {
  const set = SET_BASED.exec(term);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  const equality = EQUALITY.exec(term);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const existence = EXISTENCE.exec(term);
  if (existence) {
    const [, not, key] = existence;
    return labels => key in labels === (not === '');
  }
  throw badRequest(
    `unable to parse requirement: found '${term}', expected: a key, key=value, key!=value, key in (…) or key notin (…)`,
  );
}
