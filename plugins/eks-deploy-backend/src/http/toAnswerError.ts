import {
  AuthenticationError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ContentTooLargeError,
  TooManyRequestsError,
  UnsupportedMediaTypeError,
} from './errors';

/** Errors whose messages are written for users; the names survive where two copies of a package don't share classes. */
const OURS = new Set([
  'AuthenticationError',
  'ClusterGoneError',
  'ClusterRejectedError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotImplementedError',
  'OutcomeUnknownError',
  'ServiceUnavailableError',
]);
/** A mistake in our code, not something that is away or broken around it. */
const BUGS = [RangeError, ReferenceError, SyntaxError, TypeError];

const REMEDY = "see the backend's log for the cause, and try again in a minute";

/**
 * The error that a request is answered with: ours as it is, and in the place of others, which may quote a statement, an
 * address or an object, one that says as little as a user can do about it.
 */
export function toAnswerError(error: unknown): Error {
  if (!isError(error)) {
    return toFailure();
  }
  if (
    error instanceof ContentTooLargeError ||
    error instanceof TooManyRequestsError ||
    error instanceof UnsupportedMediaTypeError
  ) {
    return error;
  }
  if (OURS.has(error.name) && error.cause === undefined) {
    return error.name === 'ClusterGoneError'
      ? new ServiceUnavailableError(error.message)
      : error;
  }
  if (error instanceof URIError) {
    return new InputError('The address is not valid: it has a stray %');
  }
  return toOther(error);
}

/** The catalog and the permission framework answer as the user that they were asked for. */
function toOther(error: Error & { statusCode?: unknown }): Error {
  const status = error.name === 'ResponseError' ? error.statusCode : undefined;
  const name = status === undefined ? error.name : undefined;
  if (status === 401 || name === 'AuthenticationError') {
    return new AuthenticationError('You are signed out; sign in again');
  }
  if (status === 403 || name === 'NotAllowedError') {
    return new NotAllowedError(
      'You may not read this component in the catalog; ask its owner',
    );
  }
  if (status === 404 || name === 'NotFoundError') {
    return new NotFoundError(
      'This is not in the catalog, or you may not see it',
    );
  }
  if (status === 400 || name === 'InputError') {
    return new InputError('The catalog does not accept this request');
  }
  return BUGS.some(Bug => error instanceof Bug) && error.cause === undefined
    ? toFailure()
    : new ServiceUnavailableError(
        `Something that the portal needs does not answer as it should; ${REMEDY}`,
      );
}

function toFailure(): Error {
  return new Error(`The portal failed to answer; ${REMEDY}`);
}
