import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ClusterDeniedError, ClusterGoneError } from './errors';

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
  const { cluster, asked, status } = failure;
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
      return new ServiceUnavailableError(
        `${failed}: it is busy (429), try again in a minute`,
      );
    default:
      return status >= 400 && status < 500
        ? new InputError(`${failed}: it answered ${status}`)
        : new ServiceUnavailableError(
            `${failed}: it answered ${status}, see the backend's log`,
          );
  }
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
