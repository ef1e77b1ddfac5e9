import { isError } from '@backstage/errors';

/** Why a stream ends when its permission is checked again. */
export type RecheckEnd =
  | 'permission-revoked'
  | 'target-changed'
  | 'check-failed';

const ENDS: Partial<Record<string, RecheckEnd>> = {
  NotAllowedError: 'permission-revoked',
  // The entity, its Environment or an annotation is not there any more, or can't work.
  NotFoundError: 'target-changed',
  InputError: 'target-changed',
};

/** What an error of resolving or authorizing a stream's target again means; a check that fails allows nothing. */
export function toRecheckEnd(error: unknown): RecheckEnd {
  return (isError(error) && ENDS[error.name]) || 'check-failed';
}
