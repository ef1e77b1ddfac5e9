import { createRouter, type RouterDeps } from './router';
import { spec } from './schema/openapi/generated/spec';

describe('createRouter', () => {
  it('has a route for every operation of openapi.yaml, and no other', () => {
    const router = createRouter({} as RouterDeps);
    const routes = router.stack.flatMap(({ route }) =>
      route ? route.stack.map(({ method }) => `${method} ${route.path}`) : [],
    );
    const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(
      routes.filter(route => !route.includes('openapi.json')).sort(),
    ).toEqual(operations.sort());
  });
});
