import {
  qualifiedKind,
  qualifiedPlural,
  type ResourceType,
} from './resourceType';

/** One field that is wrong, as `details.causes` of a 422 lists it. */
export interface FieldCause {
  reason:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueNotSupported'
    | 'FieldValueDuplicate'
    | 'FieldValueForbidden';
  field: string;
  message: string;
}

/** A `v1` Status that says why a request failed. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: Record<string, unknown>;
  code: number;
}

/** A refusal as the API server words it; `status` is the body it answers with. */
export class ApiError extends Error {
  readonly status: Status;

  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }
}

function detailsOf(type: ResourceType, name: string) {
  return { name, ...(type.group && { group: type.group }), kind: type.plural };
}

/** 404 for an object. */
export function notFound(type: ResourceType, name: string): ApiError {
  return new ApiError(
    404,
    'NotFound',
    `${qualifiedPlural(type)} "${name}" not found`,
    detailsOf(type, name),
  );
}

/** 404 for a path that no resource answers to. */
export function unknownResource(): ApiError {
  return new ApiError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** 409 for a name that is taken. */
export function alreadyExists(type: ResourceType, name: string): ApiError {
  return new ApiError(
    409,
    'AlreadyExists',
    `${qualifiedPlural(type)} "${name}" already exists`,
    detailsOf(type, name),
  );
}

/** 409 for a write based on an object that has changed since. */
export function conflict(
  type: ResourceType,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): ApiError {
  return new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedPlural(
      type,
    )} "${name}": ${why}`,
    detailsOf(type, name),
  );
}

/** 422 that names every wrong field. */
export function invalid(
  type: ResourceType,
  name: string,
  causes: FieldCause[],
): ApiError {
  const sentences = causes.map(cause => `${cause.field}: ${cause.message}`);
  const list =
    sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
  return new ApiError(
    422,
    'Invalid',
    `${qualifiedKind(type)} "${name}" is invalid: ${list}`,
    {
      name,
      ...(type.group && { group: type.group }),
      kind: type.kind,
      causes,
    },
  );
}

/** 403 with the reason an authorizer or admission plugin gives. */
export function forbidden(
  type: Pick<ResourceType, 'group' | 'plural'>,
  name: string,
  why: string,
): ApiError {
  const object = name ? ` "${name}"` : '';
  return new ApiError(
    403,
    'Forbidden',
    `${qualifiedPlural(type)}${object} is forbidden: ${why}`,
    {
      ...(name && { name }),
      ...(type.group && { group: type.group }),
      kind: type.plural,
    },
  );
}

/** 400 for a request that cannot be understood. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

/** 410 for a version that the bounded history no longer reaches back to. */
export function expired(message: string): ApiError {
  return new ApiError(410, 'Expired', message);
}
