import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { GithubRepository } from './GithubClient';
import {
  GithubDeniedError,
  GithubRateLimitError,
  getRetryTime,
} from './errors';
import { isHttpError } from './isHttpError';

/**
 * What an error of Octokit means to whoever clicked: the remedy, without GitHub's answer.
 *
 * @param error - As Octokit threw it. Its `status` is GitHub's towards the portal, not the portal's towards the browser.
 * @param context - What was asked for, e.g. `starting the workflow deploy.yml`, and where.
 * @internal
 */
export function toGithubError(
  error: unknown,
  context: { doing: string; repository: GithubRepository; now: Date },
): Error {
  const { host, owner, name } = context.repository;
  const failed = `${context.doing} of ${owner}/${name} on ${host} failed`;
  if (error instanceof InputError) {
    return error;
  }
  if (!isHttpError(error)) {
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
        `${failed}: the portal's GitHub credentials lack a right; an operator has to give them 'Actions: write' and 'Contents: read' there`,
      );
    case 404:
      return new NotFoundError(
        `${failed}: GitHub knows no such repository, workflow or run, or the portal's credentials can't see it; check the annotations github.com/project-slug and eks-deploy/deploy-workflow`,
      );
    case 422:
      return new InputError(`${failed}: ${explainRefusal(error.message)}`);
    default:
      return new ServiceUnavailableError(
        `${failed}: GitHub could not answer; try again later`,
      );
  }
}

function explainRefusal(message: string): string {
  if (/workflow_dispatch/.test(message)) {
    return `the workflow can't be started by hand; add 'workflow_dispatch' to its 'on:'`;
  }
  if (/input/i.test(message)) {
    return `the workflow takes other inputs; it has to declare tier, environment, image, reason and request-id below 'workflow_dispatch'`;
  }
  if (/disabled/i.test(message)) {
    return `the workflow is disabled; enable it on the repository's Actions page`;
  }
  return 'GitHub refused the request as invalid';
}
