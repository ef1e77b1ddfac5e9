import type { V1LabelSelector } from '@kubernetes/client-node';
import type { Wire } from './Wire';

/** A selector as `labelSelector` of a query; undefined where it selects everything. */
export function toLabelSelector(
  selector: Wire<V1LabelSelector> | undefined,
): string | undefined {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(label =>
    label.join('='),
  );
  const expressions = (selector?.matchExpressions ?? []).map(toTerm);
  return [...labels, ...expressions].join() || undefined;
}

type Expression = NonNullable<
  Wire<V1LabelSelector>['matchExpressions']
>[number];

function toTerm({ key, operator, values = [] }: Expression): string {
  switch (operator) {
    case 'In':
      return `${key} in (${values.join()})`;
    case 'NotIn':
      return `${key} notin (${values.join()})`;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return key;
  }
}
