import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { OutcomeUnknownError } from '../OutcomeUnknownError';
import {
  ClusterBusyError,
  ClusterDeniedError,
  ClusterGoneError,
  ClusterRejectedError,
} from './errors';
import { redactMessage } from '../messages';
import { explainRejection } from './explainRejection';
import { isConnectionRefused } from './isConnectionRefused';

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
  /** Whether the request would change something; false by default. */
  write?: boolean;
  /** Whether it is known that the request did not reach the cluster; false by default. */
  unsent?: boolean;
  /** What its `Retry-After` header asks for, in milliseconds. */
  retryAfterMs?: number;
}

/**
 * Translates a cluster's refusal, or the Kubernetes plugin's, into an error that may reach a browser.
 *
 * @remarks
 * Of the answer's text only the reason for which admission denies a write is quoted, by `redactMessage`. A write whose
 * answer leaves open whether it was made gives an {@link OutcomeUnknownError}; after any other error it was not made.
 *
 * @public
 */
export function toClusterError(failure: ClusterFailure): Error {
  const { cluster, asked, status, body, retryAfterMs } = failure;
  const failed = `Cluster '${cluster}' did not carry out ${asked}`;
  const rejection = explainRejection(body);
  if (rejection) {
    const message = `${failed}: ${rejection.explanation}`;
    return rejection.by === 'policy'
      ? new ClusterRejectedError(message)
      : new ServiceUnavailableError(message);
  }
  if (mayHaveChanged(failure)) {
    return new OutcomeUnknownError(
      `It is not known whether Cluster '${cluster}' carried out ${asked}: ${
        status === undefined ? 'no answer came' : `it answered ${status}`
      }`,
    );
  }
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
      return isKubernetesPluginError(body)
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
      return isFailedPatch(body)
        ? new ConflictError(
            `${failed}: it is no longer what the change was made for, look again and retry`,
          )
        : new ClusterRejectedError(
            `${failed}: the object would not be valid${nameFields(body)}`,
          );
    case 429:
      return new ClusterBusyError(
        `${failed}: it is busy (429), try again in a minute`,
        retryAfterMs,
      );
    default:
      return toOtherError(failed, status, failure);
  }
}

function toOtherError(
  failed: string,
  status: number,
  { write, unsent, body, retryAfterMs }: ClusterFailure,
) {
  if (status >= 400 && status < 500) {
    const message = `${failed}: it answered ${status}`;
    return write ? new ClusterRejectedError(message) : new InputError(message);
  }
  if (unsent || isUnsent(body)) {
    return new ServiceUnavailableError(
      `${failed}: it can't be reached, check that it is up`,
    );
  }
  const message = `${failed}: it answered ${status}, see the backend's log`;
  return retryAfterMs === undefined
    ? new ServiceUnavailableError(message)
    : new ClusterBusyError(message, retryAfterMs);
}

/** A 4xx says that nothing was done, but for 408: the time ran out, whatever had come until then. */
function mayHaveChanged({ write, unsent, status, body }: ClusterFailure) {
  const leavesOpen = status === undefined || status === 408 || status >= 500;
  return write && leavesOpen && !unsent && !isUnsent(body);
}

/** The Kubernetes plugin says so when it could not even connect. */
function isUnsent(body: unknown): boolean {
  return (
    isKubernetesPluginError(body) &&
    isConnectionRefused(String(body.error.message))
  );
}

/** The names of the fields that are not valid; what the API server says of them quotes their values. */
function nameFields(body: unknown): string {
  const fields = getCauses(body)
    .flatMap(cause =>
      isObject(cause) && typeof cause.field === 'string' ? [cause.field] : [],
    )
    .slice(0, 3);
  return fields.length > 0
    ? `, see ${redactMessage(fields.join(', ').slice(0, 300))}`
    : '';
}

/** Backstage writes its errors as `{ error: { name, message } }`, Kubernetes as an object of kind Status. */
function isKubernetesPluginError(
  body: unknown,
): body is { error: Record<string, unknown> } {
  return isObject(body) && isObject(body.error) && body.kind !== 'Status';
}

/** The API server names the fields of an invalid object under `details.causes`; a patch that doesn't apply has none. */
function isFailedPatch(body: unknown): boolean {
  return (
    isObject(body) && body.kind === 'Status' && getCauses(body).length === 0
  );
}

function getCauses(body: unknown): unknown[] {
  const details = isObject(body) ? body.details : undefined;
  const causes = isObject(details) ? details.causes : undefined;
  return Array.isArray(causes) ? causes : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
