import { checkAnswer } from './checkAnswer';
import { checkRequest } from './checkRequest';
import type { Contract } from './createContract';
import type { Exchange, Problem } from './Exchange';
import { findOperation } from './findOperation';

/** By these GitHub says that the request was wrong. */
const REFUSED_AS_WRONG = [400, 422];

/**
 * Where an exchange departs from the description.
 *
 * A request that is refused as wrong is not held to it: to refuse it is what the description asks for.
 */
export function checkExchange(
  contract: Contract,
  exchange: Exchange,
): Problem[] {
  const { request, answer } = exchange;
  const [path] = request.target.split('?');
  const operation = findOperation(contract, request.method, path);
  if (!operation) {
    return [{ side: 'request', at: path, message: 'is no path of the API' }];
  }
  return [
    ...(REFUSED_AS_WRONG.includes(answer.status)
      ? []
      : checkRequest(contract, operation, exchange)),
    ...checkAnswer(contract, operation, exchange),
  ];
}
