import {
  InputError,
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { isConnectionRefused } from '../clusters/isConnectionRefused';
import { OutcomeUnknownError } from '../OutcomeUnknownError';
import { redactMessage } from '../messages';
import {
  GithubDeniedError,
  GithubRateLimitError,
  getRetryTime,
} from './errors';
import {
  type DispatchContext,
  explainDispatchRejection,
} from './explainDispatchRejection';
import type { GithubRepository } from './GithubClient';
import { type HttpError, isHttpError } from './isHttpError';

/** What was asked of GitHub, and where. */
export interface GithubErrorContext {
  /** E.g. `Starting the workflow deploy.yml`. */
  doing: string;
  repository: GithubRepository;
  now: Date;
  /** Whether it is the portal's credentials that were asked for; false by default. */
  connecting?: boolean;
  /** Of a request that starts a workflow; all others change nothing. */
  dispatch?: DispatchContext;
}

/**
 * What an error of Octokit means to whoever clicked: the remedy. Of GitHub's answer only a sentence that nobody foresaw is
 * quoted, by `redactMessage`.
 *
 * @param error - As Octokit threw it. Its `status` is GitHub's towards the portal, not the portal's towards the browser.
 * @returns an OutcomeUnknownError where a workflow may have been started; after any other it was not.
 * @internal
 */
export function toGithubError(
  error: unknown,
  context: GithubErrorContext,
): Error {
  const { dispatch } = context;
  const { host, owner, name } = context.repository;
  const where = `${context.doing} of ${owner}/${name} on ${host}`;
  const failed = `${where} failed`;
  if (error instanceof InputError) {
    return error;
  }
  if (dispatch && mayHaveStarted(error)) {
    return new OutcomeUnknownError(
      `It is not known whether the workflow ${
        dispatch.workflow
      } of ${owner}/${name} was started: ${
        isAnswered(error) ? `GitHub answered ${error.status}` : 'no answer came'
      }`,
    );
  }
  if (context.connecting && !isHttpError(error) && !isNetworkError(error)) {
    return new GithubDeniedError(
      `${failed}: the portal gets no GitHub credentials; an operator has to check the GitHub App of integrations.github, and that its installation there is not suspended`,
    );
  }
  if (!isHttpError(error) || !isAnswered(error)) {
    return new ServiceUnavailableError(`${failed}: GitHub can't be reached`);
  }
  const retryAt = getRetryTime(error, context.now);
  if (retryAt) {
    return new GithubRateLimitError(
      `${failed}: GitHub limits the portal's requests until ${retryAt.toISOString()}`,
      retryAt,
    );
  }
  switch (error.status) {
    case 401:
      return new GithubDeniedError(
        `${failed}: GitHub does not accept the portal's credentials; an operator has to renew them in integrations.github`,
      );
    case 403:
      return new GithubDeniedError(
        `${failed}: ${explainDenial(error.message)}`,
      );
    case 404:
      return new NotFoundError(
        dispatch
          ? `${failed}: the branch ${dispatch.branch} has no .github/workflows/${dispatch.workflow}, or the portal's credentials may not use the repository's Actions; check the annotation eks-deploy/deploy-workflow`
          : `${failed}: GitHub knows no such repository, workflow or run, or the portal's credentials can't see it; check the annotations github.com/project-slug and eks-deploy/deploy-workflow`,
      );
    case 422:
      return new InputError(
        `${failed}: ${
          dispatch
            ? explainDispatchRejection(error.message, dispatch)
            : `GitHub rejects the request: "${redactMessage(
                error.message.slice(0, 1_000),
              )}"`
        }`,
      );
    default:
      return new ServiceUnavailableError(
        error.status < 500
          ? `${failed}: GitHub answered ${error.status}`
          : `${failed}: GitHub could not answer; try again later`,
      );
  }
}

/** A 4xx says that nothing was started, but for 408: the time ran out, whatever had come until then. */
function mayHaveStarted(error: unknown): boolean {
  if (!isAnswered(error)) {
    return !isConnectionRefused(String(error));
  }
  return error.status >= 500 || error.status === 408;
}

function isNetworkError(error: unknown): boolean {
  return (
    isConnectionRefused(String(error)) ||
    (isError(error) &&
      ['AbortError', 'FetchError', 'TimeoutError', 'TypeError'].includes(
        error.name,
      ))
  );
}

/** Octokit gives an error the status 500 where no answer came. */
function isAnswered(error: unknown): error is HttpError {
  return isHttpError(error) && error.response !== undefined;
}

function explainDenial(message: string): string {
  const said = message.slice(0, 1_000);
  if (/archived/i.test(said)) {
    return 'the repository is archived, so that nothing in it can be started';
  }
  if (/\bSAML\b|\bSSO\b/.test(said)) {
    return "the organization demands single sign-on; an operator has to authorize the portal's token for it";
  }
  if (/IP allow list/i.test(said)) {
    return "the organization's list of allowed IP addresses does not have the portal's";
  }
  return "the portal's GitHub credentials lack a right; an operator has to give them 'Actions: write' and 'Contents: read' there";
}
