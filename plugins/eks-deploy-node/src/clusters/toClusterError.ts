import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
} from './errors';

/**
 * What came back instead of an object.
 *
 * @public
 */
export interface ClusterFailure {
  /** Its name in the Kubernetes plugin. */
  cluster: string;
  /** What was asked, as it continues "failed …", e.g. `GET /api/v1/namespaces/chat/pods`. */
  asked: string;
  /** HTTP status, or absent when there was no answer at all. */
  status?: number;
  /** The answer's body, parsed where it is JSON. */
  body?: unknown;
  /** What its `Retry-After` header asks for, in milliseconds. */
  retryAfterMs?: number;
}

/**
 * Translates a cluster's refusal, or the Kubernetes plugin's, into an error that may reach a browser.
 *
 * @remarks
 * The answer decides the kind of error and none of its text: an admission webhook's message may hold anything.
 *
 * @public
 */
export function toClusterError(failure: ClusterFailure): Error {
  const { cluster, asked, status, retryAfterMs } = failure;
  const failed = `Cluster '${cluster}' did not carry out ${asked}`;
  switch (status) {
    case undefined:
      return new ServiceUnavailableError(
        `${failed}: it can't be reached, check that it is up and that its entry in the Kubernetes plugin's configuration is right`,
      );
    case 401:
    case 403:
      return new ClusterDeniedError(
        `${failed}: the portal's role is refused (${status}), let the operator give it rights in the cluster (RBAC or an EKS access entry)`,
        status === 401 ? 'sign-in' : 'right',
      );
    case 404:
      return isKubernetesPluginError(failure.body)
        ? new ServiceUnavailableError(
            `Cluster '${cluster}' is not known to the Kubernetes plugin: let the operator add it there or correct eksDeploy.environments`,
          )
        : new NotFoundError(`${failed}: it does not exist there`);
    case 409:
      return new ConflictError(
        `${failed}: it was changed in the meantime, look again and retry`,
      );
    case 410:
      return new ClusterGoneError(`${failed}: the version asked for is gone`);
    case 422:
      return isFailedPatch(failure.body)
        ? new ConflictError(
            `${failed}: it is no longer what the change was made for, look again and retry`,
          )
        : new InputError(`${failed}: the object would not be valid`);
    case 429:
      return new ClusterBusyError(
        `${failed}: it is busy (429), try again in a minute`,
        retryAfterMs,
      );
    default:
      return toOtherError(failed, status, retryAfterMs);
  }
}

function toOtherError(failed: string, status: number, retryAfterMs?: number) {
  if (status >= 400 && status < 500) {
    return new InputError(`${failed}: it answered ${status}`);
  }
  const message = `${failed}: it answered ${status}, see the backend's log`;
  return retryAfterMs === undefined
    ? new ServiceUnavailableError(message)
    : new ClusterBusyError(message, retryAfterMs);
}

/** Backstage writes its errors as `{ error: { name, message } }`, Kubernetes as an object of kind Status. */
function isKubernetesPluginError(body: unknown): boolean {
  return isObject(body) && isObject(body.error) && body.kind !== 'Status';
}

/** The API server names the fields of an invalid object under `details.causes`; a patch that doesn't apply has none. */
function isFailedPatch(body: unknown): boolean {
  if (!isObject(body) || body.kind !== 'Status') {
    return false;
  }
  const causes = isObject(body.details) ? body.details.causes : undefined;
  return !Array.isArray(causes) || causes.length === 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
