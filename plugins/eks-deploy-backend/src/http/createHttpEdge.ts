import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import express from 'express';
import {
  ContentTooLargeError,
  TooManyRequestsError,
  UnsupportedMediaTypeError,
} from './errors';
import { toAnswerError } from './toAnswerError';

/** More than any command of openapi.yaml takes. */
const LONGEST_BODY = '100kb';

/** What one user may see at one moment is not another's to get from a cache, nor a later one's. */
const forbidStoring: express.RequestHandler = (_req, res, next) => {
  res.set('cache-control', 'no-store');
  next();
};

/** `is` is null where there is no body, which is for the validation to judge. */
const requireJson: express.RequestHandler = (req, _res, next) => {
  next(
    req.is('application/json') === false
      ? new UnsupportedMediaTypeError(
          'The body has to be JSON, with the header Content-Type: application/json',
        )
      : undefined,
  );
};

/**
 * What every answer of the router has in common: it is stored nowhere, a body has to be JSON and short, and errors say
 * nothing that is not written for users.
 *
 * @param router - Reads `request.body`, which is parsed.
 */
export function createHttpEdge(
  router: express.Router,
  { logger }: { logger: LoggerService },
): express.Router {
  const edge = express.Router();
  edge.use(forbidStoring, requireJson, createBodyParser(), router);
  edge.use(createErrorHandler(logger));
  return edge;
}

function createBodyParser(): express.RequestHandler {
  const parse = express.json({ limit: LONGEST_BODY });
  return (req, res, next) =>
    parse(req, res, (error?: unknown) => next(error && toBodyError(error)));
}

function toBodyError(error: unknown): Error {
  const status =
    isError(error) && 'status' in error ? Number(error.status) : undefined;
  switch (status) {
    case 413:
      return new ContentTooLargeError(
        `The body is longer than the ${LONGEST_BODY} that are taken`,
      );
    case 415:
      return new UnsupportedMediaTypeError(
        "The body's encoding is not supported; send UTF-8",
      );
    default:
      return new InputError('The body is not JSON, or does not come whole');
  }
}

function createErrorHandler(
  logger: LoggerService,
): express.ErrorRequestHandler {
  return (error, _req, res, next) => {
    const answer = toAnswerError(error);
    if (answer !== error) {
      logger.error(
        'Failed to answer a request',
        isError(error) ? error : { error: String(error) },
      );
    }
    if (answer instanceof TooManyRequestsError && !res.headersSent) {
      res.set('retry-after', String(answer.retryAfterSeconds));
    }
    next(answer);
  };
}
