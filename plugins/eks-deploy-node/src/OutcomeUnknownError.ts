import { CustomErrorBase } from '@backstage/errors';

/**
 * A write to a cluster or GitHub that may have been made or not: its answer did not come, or does not tell.
 *
 * @remarks
 * Whoever wrote has to find out by reading; to repeat the write may do it twice. Answered as 504.
 *
 * @public
 */
export class OutcomeUnknownError extends CustomErrorBase {
  /** Tells it from other errors where classes can't. */
  name = 'OutcomeUnknownError' as const;
  /** The HTTP status that Backstage answers with. */
  readonly statusCode = 504;
}
