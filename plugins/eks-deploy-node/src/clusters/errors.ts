import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';

/**
 * The resourceVersion or page that was asked for is too old (410): list anew.
 *
 * @public
 */
export class ClusterGoneError extends CustomErrorBase {
  /** Tells it from other errors where classes can't. */
  name = 'ClusterGoneError' as const;
}

/**
 * The cluster refuses the portal's own role (401, 403); answered as 503, since no user can do anything about it.
 *
 * @public
 */
export class ClusterDeniedError extends ServiceUnavailableError {
  /** What it refused: to sign in (401), or a right (403). */
  readonly refused: 'sign-in' | 'right';

  /** @param message - Fit for users. */
  constructor(message: string, refused: 'sign-in' | 'right' = 'right') {
    super(message);
    this.refused = refused;
  }
}

/**
 * The cluster, or what is in front of it, asks for a pause (429, or 503 with `Retry-After`).
 *
 * @public
 */
export class ClusterBusyError extends ServiceUnavailableError {
  /** How long a pause, in milliseconds, where it said so. */
  readonly retryAfterMs?: number;

  /** @param message - Fit for users. */
  constructor(message: string, retryAfterMs?: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * The cluster rejects a write for what is in it: a policy, a quota or an admission webhook denies it, or the object would
 * not be valid. Answered as 422; nothing was changed.
 *
 * @public
 */
export class ClusterRejectedError extends CustomErrorBase {
  /** Tells it from other errors where classes can't. */
  name = 'ClusterRejectedError' as const;
  /** The HTTP status that Backstage answers with. */
  readonly statusCode = 422;
}
