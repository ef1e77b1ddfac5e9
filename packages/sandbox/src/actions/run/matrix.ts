import { isMapping, Value } from '../expressions/values';

/** The combinations of a job's matrix; one empty one without a matrix. */
export function expandMatrix(
  matrix: Record<string, Value> = {},
): Array<Record<string, Value>> {
  const { include, exclude, ...axes } = matrix;
  const combinations = Object.entries(axes).reduce<
    Array<Record<string, Value>>
  >(
    (partial, [name, values]) =>
      partial.flatMap(combination =>
        (Array.isArray(values) ? values : [values]).map(value => ({
          ...combination,
          [name]: value,
        })),
      ),
    [{}],
  );
  const kept = combinations.filter(
    combination => !toObjects(exclude).some(rule => agrees(combination, rule)),
  );
  const extra = toObjects(include);
  return Object.keys(axes).length === 0 && extra.length > 0
    ? extra
    : [...kept, ...extra];
}

function toObjects(value: Value | undefined): Array<Record<string, Value>> {
  return Array.isArray(value) ? value.filter(isMapping) : [];
}

function agrees(
  combination: Record<string, Value>,
  rule: Record<string, Value>,
) {
  return Object.entries(rule).every(
    ([name, value]) => combination[name] === value,
  );
}
