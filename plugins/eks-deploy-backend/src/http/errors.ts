import { CustomErrorBase } from '@backstage/errors';

/** Answered as 413. */
export class ContentTooLargeError extends CustomErrorBase {
  name = 'ContentTooLargeError' as const;
  readonly statusCode = 413;
}

/** Answered as 415. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}

/** Answered as 429, with `Retry-After`. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;

  /** @param retryAfterSeconds - When it is worth asking again. */
  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}
