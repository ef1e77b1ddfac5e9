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
  /**
   * @param message - Fit for users.
   * @param refused - `sign-in` (401) or `right` (403).
   */
  constructor(
    message: string,
    readonly refused: 'sign-in' | 'right' = 'right',
  ) {
    super(message);
  }
}

/**
 * The cluster, or what is in front of it, asks for a pause (429, or 503 with `Retry-After`).
 *
 * @public
 */
export class ClusterBusyError extends ServiceUnavailableError {
  /**
   * @param message - Fit for users.
   * @param retryAfterMs - How long a pause, in milliseconds, where it said so.
   */
  constructor(message: string, readonly retryAfterMs?: number) {
    super(message);
  }
}
