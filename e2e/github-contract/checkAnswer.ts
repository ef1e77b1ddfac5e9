import { findContent, readJson } from './content';
import type { Contract } from './createContract';
import type { Response } from './Description';
import type { Exchange, Problem } from './Exchange';
import type { Operation } from './findOperation';

/**
 * What any operation may answer although few list it.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
const ANYWHERE: Record<number, string | undefined> = {
  304: undefined,
  400: 'basic-error',
  401: 'basic-error',
  403: 'basic-error',
  404: 'basic-error',
  409: 'basic-error',
  422: 'basic-error',
  429: 'basic-error',
};

/**
 * A file as it is, which the description tells of in prose only.
 *
 * @see https://docs.github.com/rest/repos/contents#custom-media-types-for-repository-contents
 */
const RAW = /^application\/vnd\.github(\.v\d)?\.raw\b/;

/** Where an answer departs from what its operation may give: status, content type and body. */
export function checkAnswer(
  contract: Contract,
  operation: Operation,
  { answer }: Exchange,
): Problem[] {
  const problem = (at: string, message: string): Problem => ({
    side: 'answer',
    operationId: operation.operationId,
    at,
    message,
  });
  const { status, contentType, body } = answer;
  const described = operation.responses[status];
  if (!described) {
    return status in ANYWHERE
      ? checkRefusal(contract, ANYWHERE[status], body, problem)
      : [problem('status', `${status} is not among the operation's`)];
  }
  const response = contract.resolve<Response>(
    described,
    `${operation.pointer}/responses/${status}`,
  );
  if (!response.content) {
    return body === '' || status === 302
      ? []
      : [problem('/', `has a body, and ${status} has none`)];
  }
  if (contentType && RAW.test(contentType)) {
    return [];
  }
  const found = findContent(response.content, contentType);
  if (!found) {
    return [
      problem(
        'content-type',
        `is ${contentType}, not ${Object.keys(response.content).join(' or ')}`,
      ),
    ];
  }
  return found.schema
    ? checkJson(
        contract,
        `${response.pointer}/content/${found.pointer}/schema`,
        body,
        problem,
      )
    : [];
}

type ToProblem = (at: string, message: string) => Problem;

function checkRefusal(
  contract: Contract,
  schema: string | undefined,
  body: string,
  problem: ToProblem,
): Problem[] {
  if (schema === undefined) {
    return body === '' ? [] : [problem('/', 'has a body')];
  }
  const problems = checkJson(
    contract,
    `#/components/schemas/${schema}`,
    body,
    problem,
  );
  const { message } = (readJson(body) ?? {}) as { message?: unknown };
  return message ? problems : [...problems, problem('/message', 'is missing')];
}

function checkJson(
  { validator }: Contract,
  pointer: string,
  body: string,
  problem: ToProblem,
): Problem[] {
  const value = readJson(body);
  if (value === undefined) {
    return [problem('/', 'is no JSON')];
  }
  const validate = validator(pointer);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) =>
        problem(
          instancePath || '/',
          `${message}${
            'allowedValues' in params ? ` (${params.allowedValues})` : ''
          }`,
        ),
      );
}
