import type { ErrorObject } from 'ajv';
import type { Contract } from './createContract';
import { findContent, readJson } from './content';
import type { Exchange, Problem } from './Exchange';
import type { Operation } from './findOperation';

/** Where a request departs from what its operation takes: parameters and body, unknown ones too. */
export function checkRequest(
  contract: Contract,
  operation: Operation,
  { request }: Exchange,
): Problem[] {
  const problem = (at: string, message: string): Problem => ({
    side: 'request',
    operationId: operation.operationId,
    at,
    message,
  });
  return [
    ...checkParameters(contract, operation, request.target, problem),
    ...checkBody(contract, operation, request, problem),
  ];
}

type ToProblem = (at: string, message: string) => Problem;

function checkParameters(
  { validator }: Contract,
  { parameters, pathValues }: Operation,
  target: string,
  problem: ToProblem,
): Problem[] {
  const query = new URL(target, 'http://localhost').searchParams;
  const unknown = [...new Set(query.keys())].filter(
    name =>
      !parameters.some(known => known.in === 'query' && known.name === name),
  );
  const wrong = parameters.flatMap(({ name, required, pointer, in: place }) => {
    const value =
      place === 'path'
        ? pathValues[name]
        : toMoment(name, query.get(name) ?? undefined);
    if (place !== 'path' && place !== 'query') {
      return [];
    }
    if (value === undefined) {
      return required ? [problem(name, 'is missing')] : [];
    }
    const validate = validator(`${pointer}/schema`, { coerce: true });
    // Ajv can only coerce what belongs to something.
    return validate(value, {
      parentData: { value },
      parentDataProperty: 'value',
      instancePath: '',
      rootData: {},
      dynamicAnchors: {},
    })
      ? []
      : [problem(name, toText(validate.errors))];
  });
  return [
    ...unknown.map(name => problem(name, 'is no parameter of the operation')),
    ...wrong,
  ];
}

/** Only the prose of `created` says that it takes the comparisons of GitHub's search, e.g. `>=`. */
function toMoment(name: string, value: string | undefined) {
  return name === 'created' ? value?.replace(/^[<>]=?/, '') : value;
}

function checkBody(
  { validator }: Contract,
  { requestBody, pointer }: Operation,
  { body, contentType }: Exchange['request'],
  problem: ToProblem,
): Problem[] {
  if (body === '') {
    return requestBody?.required ? [problem('/', 'is missing')] : [];
  }
  if (!requestBody) {
    // Octokit sends an empty object where a write takes nothing.
    return body === '{}' ? [] : [problem('/', 'has a body that nothing takes')];
  }
  const found = findContent(requestBody.content, contentType);
  if (!found) {
    return [problem('/', `has the content type ${contentType}`)];
  }
  const value = readJson(body);
  if (value === undefined) {
    return [problem('/', 'is no JSON')];
  }
  if (!found.schema) {
    return [];
  }
  const validate = validator(
    `${pointer}/requestBody/content/${found.pointer}/schema`,
  );
  const wrong = validate(value)
    ? []
    : (validate.errors ?? []).map(error =>
        problem(error.instancePath || '/', error.message ?? error.keyword),
      );
  return [...wrong, ...undeclared(value, found.schema, problem)];
}

/** OpenAPI takes more properties than it declares; GitHub Enterprise Server refuses them, and a misspelt one does nothing. */
function undeclared(
  value: unknown,
  schema: Record<string, unknown>,
  problem: ToProblem,
): Problem[] {
  const { properties, additionalProperties } = schema;
  if (
    typeof properties !== 'object' ||
    properties === null ||
    additionalProperties !== undefined ||
    typeof value !== 'object' ||
    value === null
  ) {
    return [];
  }
  return Object.keys(value)
    .filter(name => !(name in properties))
    .map(name => problem(`/${name}`, 'is not declared'));
}

function toText(errors: ErrorObject[] | null | undefined): string {
  return (errors ?? []).map(({ message }) => message).join(', ');
}
