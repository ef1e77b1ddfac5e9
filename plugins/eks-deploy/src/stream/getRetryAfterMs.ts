import { ResponseError } from '@backstage/errors';

const LONGEST_MS = 10 * 60_000;

/**
 * How long a backend that is asked too much wants to be left alone, undefined where it does not say so.
 *
 * @remarks
 * Scripts of another origin don't see the header `Retry-After`, so our own backend says it in the body too.
 */
export function getRetryAfterMs(error: unknown): number | undefined {
  if (!(error instanceof ResponseError) || error.statusCode !== 429) {
    return undefined;
  }
  const { retryAfterSeconds } = error.cause as { retryAfterSeconds?: unknown };
  const seconds = Number(
    error.response.headers.get('retry-after') ?? retryAfterSeconds ?? NaN,
  );
  return seconds >= 0 ? Math.min(seconds * 1_000, LONGEST_MS) : undefined;
}
