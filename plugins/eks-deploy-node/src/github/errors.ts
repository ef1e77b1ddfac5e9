import { ServiceUnavailableError } from '@backstage/errors';
import type { HttpError } from './isHttpError';

/**
 * GitHub refuses the portal's own credentials (401, 403); answered as 503, since no user can do anything about it.
 *
 * @public
 */
export class GithubDeniedError extends ServiceUnavailableError {}

/**
 * GitHub limits the portal's requests; asking again before `retryAt` makes it worse.
 *
 * @public
 */
export class GithubRateLimitError extends ServiceUnavailableError {
  /** When GitHub may be asked again. */
  readonly retryAt: Date;

  constructor(message: string, retryAt: Date) {
    super(message);
    this.retryAt = retryAt;
  }
}

const LEAST_PAUSE_MS = 60_000;

/**
 * When GitHub may be asked again after a rate limit: `retry-after`, else the reset header, else in a minute.
 *
 * @returns undefined when the error is not about the rate.
 * @internal
 */
export function getRetryTime(error: HttpError, now: Date): Date | undefined {
  const headers = error.response?.headers ?? {};
  const isLimit =
    error.status === 429 ||
    (error.status === 403 &&
      (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(error.message)));
  if (!isLimit) {
    return undefined;
  }
  const retryAfterS = Number(headers['retry-after']);
  if (retryAfterS > 0) {
    return new Date(now.getTime() + retryAfterS * 1000);
  }
  const resetMs = Number(headers['x-ratelimit-reset']) * 1000;
  return new Date(
    headers['x-ratelimit-remaining'] === '0' && resetMs > now.getTime()
      ? resetMs
      : now.getTime() + LEAST_PAUSE_MS,
  );
}
