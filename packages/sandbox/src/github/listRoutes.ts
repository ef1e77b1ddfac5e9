import { Router } from 'express';

/** Every route of a router and of those within it, in the order in which they are tried: `GET /repos/:owner/:repo`. */
export function listRoutes(router: Router): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (!route) return isRouter(handle) ? listRoutes(handle) : [];
    const methods = new Set(route.stack.map(({ method }) => method));
    return [route.path]
      .flat()
      .flatMap(path =>
        [...methods].map(method => `${method.toUpperCase()} ${path}`),
      );
  });
}

function isRouter(handle: unknown): handle is Router {
  return typeof handle === 'function' && 'stack' in handle;
}
