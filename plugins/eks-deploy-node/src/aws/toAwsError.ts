import {
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/**
 * Translates what an AWS client threw into an error that may reach a browser; the raw one is for the log.
 *
 * @param asked - the API operation, e.g. `eks:ListClusters`, which is also the name of the IAM action.
 * @public
 */
export function toAwsError(error: unknown, asked: string): Error {
  const name = isError(error) ? error.name : '';
  const failed = `AWS did not carry out ${asked}`;
  if (/AccessDenied|NotAuthorized|UnauthorizedOperation/.test(name)) {
    return new ServiceUnavailableError(
      `${failed}: the portal's role lacks the right to it, let the operator allow that action`,
    );
  }
  if (/Credentials|Token|Signature/.test(name)) {
    return new ServiceUnavailableError(
      `${failed}: the portal's AWS credentials are missing or refused, let the operator check 'aws' in the configuration or the backend's role`,
    );
  }
  if (/Throttling|TooManyRequests|RequestLimitExceeded/.test(name)) {
    return new ServiceUnavailableError(
      `${failed}: AWS is throttling, try again in a minute`,
    );
  }
  if (/NotFound/.test(name)) {
    return new NotFoundError(`${failed}: it does not exist there`);
  }
  return new ServiceUnavailableError(
    `${failed}: see the backend's log, and check the region and the endpoint in eksDeploy.aws`,
  );
}
