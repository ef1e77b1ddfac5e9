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
export class ClusterDeniedError extends ServiceUnavailableError {}
