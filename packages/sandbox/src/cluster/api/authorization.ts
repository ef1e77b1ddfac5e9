import { ApiError, forbidden } from '../storage';
import { isAllowed, type User } from './authentication';
import type { ResourcePath } from './resourcePath';

/** Throws the 403 of the real server's RBAC authorizer for what the user may not do. */
export function authorize(user: User, verb: string, path: ResourcePath): void {
  if (isAllowed(user, verb, path.group)) return;
  const scope = path.namespace
    ? `in the namespace "${path.namespace}"`
    : 'at the cluster scope';
  const resource = [path.plural, path.subresource].filter(Boolean).join('/');
  throw forbidden(
    path,
    path.name ?? '',
    `User "${user.name}" cannot ${verb} resource "${resource}" in API group "${path.group}" ${scope}`,
  );
}

/** The same for a path that names no resource, as discovery's do. */
export function authorizePath(user: User, method: string, path: string): void {
  if (user.access !== 'nothing') return;
  throw new ApiError(
    403,
    'Forbidden',
    `forbidden: User "${
      user.name
    }" cannot ${method.toLowerCase()} path "${path}"`,
    {},
  );
}

/** The API verb of a request. */
export function verbOf(
  method: string,
  path: ResourcePath,
  isWatch: boolean,
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return path.name ? 'delete' : 'deletecollection';
    default:
      if (isWatch) return 'watch';
      return path.name ? 'get' : 'list';
  }
}
