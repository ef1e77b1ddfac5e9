import type { Registry } from '../registry';
import { ApiError, unknownResource } from '../storage';
import { ok, type ApiRequest, type ApiResponse } from './apiRequest';
import { list } from './list';
import { present } from './presentation';
import { scale } from './scale';
import { create, patch, remove, removeCollection, replace } from './write';

/** Answers a request for a resource that has one answer; watches and logs, which go on, are not among them. */
export function handleResource(
  registry: Registry,
  request: ApiRequest,
): ApiResponse {
  const { path, type, method } = request;
  if (path.subresource) return handleSubresource(registry, request);
  if (path.name === undefined) {
    if (method === 'GET') return list(registry, request);
    if (method === 'POST') return create(registry, request);
    if (method === 'DELETE') return removeCollection(registry, request);
    throw methodNotAllowed();
  }
  switch (method) {
    case 'GET':
      return ok(
        present(
          type,
          registry.get(type, { namespace: path.namespace, name: path.name }),
        ),
      );
    case 'PUT':
      return replace(registry, request);
    case 'PATCH':
      return patch(registry, request);
    case 'DELETE':
      return remove(registry, request);
    default:
      throw methodNotAllowed();
  }
}

function handleSubresource(
  registry: Registry,
  request: ApiRequest,
): ApiResponse {
  const { path, type, method } = request;
  const { subresource = '' } = path;
  if (!type.subresources?.includes(subresource)) throw unknownResource();
  if (subresource === 'scale') return scale(registry, request);
  if (subresource !== 'status') throw unknownResource();
  if (method === 'PUT') return replace(registry, request);
  if (method === 'PATCH') return patch(registry, request);
  return handleResource(registry, {
    ...request,
    path: { ...path, subresource: undefined },
  });
}

function methodNotAllowed(): ApiError {
  return new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}
