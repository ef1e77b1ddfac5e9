import { isObject, type KubeObject } from '../objects';
import {
  resourceFromUse,
  type DeleteOptions,
  type NewObject,
  type Registry,
  type WriteOptions,
} from '../registry';
import { ApiError, apiVersionOf, badRequest, conflict } from '../storage';
import {
  isDryRun,
  ok,
  parseBody,
  wholeNumber,
  type ApiRequest,
  type ApiResponse,
} from './apiRequest';
import { applyConfiguration, isServerSideApply } from './apply/serverSideApply';
import { applyPatch } from './patch/applyPatch';
import { dropUnknownFields } from './fields/fieldValidation';
import { present } from './presentation';
import { selectionOf } from './selection';

/** POST on a collection. */
export function create(
  registry: Registry,
  request: ApiRequest,
  body: unknown = parseBody(request.body, request.contentType),
): ApiResponse {
  const object = toNewObject(body, request);
  const created = registry.create(request.type, object, {
    dryRun: isDryRun(request),
  });
  return { code: 201, body: present(request.type, created) };
}

/** PUT on an object or its status. */
export function replace(registry: Registry, request: ApiRequest): ApiResponse {
  const object = toNewObject(
    parseBody(request.body, request.contentType),
    request,
  ) as KubeObject;
  return ok(registry.update(request.type, object, writeOptions(request)));
}

/** PATCH on an object or its status; a server-side apply creates what is not there. */
export function patch(registry: Registry, request: ApiRequest): ApiResponse {
  const { type, path, body, contentType } = request;
  const key = { namespace: path.namespace, name: path.name ?? '' };
  const applied = isServerSideApply(request)
    ? applyConfiguration(registry, request)
    : undefined;
  if (applied && !registry.find(type, key)) {
    return create(registry, request, applied);
  }
  const current = registry.get(type, key);
  const patched = (applied ??
    applyPatch(current, body, contentType)) as unknown as KubeObject;
  if (!isObject(patched.metadata)) {
    throw badRequest('the patch removes metadata, which every object has');
  }
  if (patched.metadata.name !== current.metadata.name) {
    throw badRequest(
      `the name of the object (${patched.metadata.name}) does not match the name on the URL (${current.metadata.name})`,
    );
  }
  if (patched.metadata.resourceVersion !== current.metadata.resourceVersion) {
    throw conflict(type, current.metadata.name);
  }
  const object = dropUnknownFields(request, patched) as KubeObject;
  return ok(registry.update(type, object, writeOptions(request)));
}

/** DELETE on an object. */
export function remove(registry: Registry, request: ApiRequest): ApiResponse {
  const { type, path } = request;
  const key = { namespace: path.namespace, name: path.name ?? '' };
  const deleted = registry.delete(type, key, deleteOptions(request));
  const isMarked = Boolean(deleted.metadata.deletionTimestamp);
  if (isMarked || type.kind === 'Pod') return ok(present(type, deleted));
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: deleted.metadata.name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid: deleted.metadata.uid,
    },
  });
}

/** DELETE on a collection. */
export function removeCollection(
  registry: Registry,
  request: ApiRequest,
): ApiResponse {
  const { type, path } = request;
  const options = deleteOptions(request);
  const items = registry
    .list(type, path.namespace)
    .filter(selectionOf(request))
    .map(object =>
      registry.delete(
        type,
        {
          namespace: object.metadata.namespace,
          name: object.metadata.name,
        },
        options,
      ),
    );
  return ok({
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata: { resourceVersion: String(registry.store.resourceVersion) },
    items,
  });
}

/** POST of a kind nobody has seen: it is served from then on. */
export function createOfUnknownKind(
  registry: Registry,
  request: Omit<ApiRequest, 'type'>,
): ApiResponse {
  const { kind } = parseBody(request.body, request.contentType);
  if (typeof kind !== 'string' || kind === '') {
    throw badRequest("Object 'Kind' is missing in the request body");
  }
  const { group, version, plural, namespace } = request.path;
  const type = registry.catalog.register(
    resourceFromUse({ group, version, plural }, kind, namespace !== undefined),
  );
  return create(registry, { ...request, type });
}

function writeOptions(request: ApiRequest): WriteOptions {
  const { subresource } = request.path;
  return {
    dryRun: isDryRun(request),
    ...(subresource === 'status' && { subresource }),
  };
}

/** The object of a body, put where the path says; a body that says otherwise is a 400. */
function toNewObject(body: unknown, request: ApiRequest): NewObject {
  const { path, type } = request;
  if (!isObject(body)) throw badRequest('the request body must be an object');
  const metadata = isObject(body.metadata) ? body.metadata : {};
  if (
    path.namespace &&
    metadata.namespace &&
    metadata.namespace !== path.namespace
  ) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (path.name && metadata.name && metadata.name !== path.name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${path.name})`,
    );
  }
  const { apiVersion } = body;
  if (apiVersion !== undefined && apiVersion !== apiVersionOf(type)) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${apiVersionOf(
        type,
      )})`,
    );
  }
  return {
    ...dropUnknownFields(request, body),
    apiVersion: apiVersionOf(type),
    kind: typeof body.kind === 'string' ? body.kind : type.kind,
    metadata: {
      ...metadata,
      ...(path.namespace && { namespace: path.namespace }),
      ...(path.name && { name: path.name }),
    },
  };
}

function deleteOptions(request: ApiRequest): DeleteOptions {
  const { query, contentType } = request;
  const body = parseBody(request.body, contentType) as DeleteOptions & {
    orphanDependents?: boolean;
  };
  const policy = query.get('propagationPolicy') ?? body.propagationPolicy;
  if (policy && !['Orphan', 'Background', 'Foreground'].includes(policy)) {
    throw new ApiError(
      422,
      'Invalid',
      `DeleteOptions.meta.k8s.io "" is invalid: propagationPolicy: Unsupported value: ${JSON.stringify(
        policy,
      )}: supported values: "Foreground", "Background", "Orphan", "nil"`,
    );
  }
  return {
    gracePeriodSeconds:
      wholeNumber(query, 'gracePeriodSeconds') ?? body.gracePeriodSeconds,
    propagationPolicy: policy as DeleteOptions['propagationPolicy'],
    preconditions: body.preconditions,
    dryRun: isDryRun(request),
  };
}
