import { isError } from '@backstage/errors';

/** What is read of Octokit's `RequestError`. */
export interface HttpError extends Error {
  name: 'HttpError';
  /** GitHub's status; 500 where GitHub did not answer at all. */
  status: number;
  response?: { headers: Record<string, string | number | undefined> };
}

/** By name, as several versions of Octokit, each with its own class, live in one Backstage. */
export function isHttpError(error: unknown): error is HttpError {
  return (
    isError(error) &&
    error.name === 'HttpError' &&
    typeof error.status === 'number'
  );
}
