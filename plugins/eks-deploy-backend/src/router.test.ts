import { createRouter, type RouterDeps } from './router';
import { spec } from './schema/openapi/generated/spec';

/** What of a schema of openapi.yaml says which values are taken. */
interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
}
interface Operation {
  parameters?: Array<{ $ref?: string; name?: string; schema?: Schema }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
}

function resolve<Item extends { $ref?: string }>(item: Item): Item {
  return (item.$ref?.split('/').slice(1) ?? []).reduce<unknown>(
    (found, key) => (found as Record<string, unknown>)[key],
    item.$ref ? spec : item,
  ) as Item;
}

/** The places of a schema where any value at all is taken. */
function findUnbounded(at: string, reference: Schema): string[] {
  const schema = resolve(reference);
  const { type, properties = {}, items } = schema;
  const inner = Object.entries(properties).flatMap(([key, property]) =>
    findUnbounded(`${at}.${key}`, property),
  );
  const bounded = {
    boolean: true,
    string:
      schema.enum !== undefined ||
      (schema.pattern !== undefined &&
        (schema.maxLength !== undefined || /\{0,\d+\}/.test(schema.pattern))),
    integer: schema.minimum !== undefined && schema.maximum !== undefined,
    array: schema.maxItems !== undefined,
    object: schema.additionalProperties === false,
  }[type ?? ''];
  return [
    ...(bounded ? [] : [at]),
    ...inner,
    ...(items ? findUnbounded(`${at}[]`, items) : []),
  ];
}

describe('openapi.yaml', () => {
  const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );

  it.each(operations)('bounds whatever %s takes', (_, operation) => {
    const { parameters = [], requestBody } = operation;
    const schemas = [
      ...parameters
        .map(parameter => resolve(parameter))
        .map(({ name, schema }): [string, Schema] => [`${name}`, schema ?? {}]),
      ...Object.entries(requestBody?.content ?? {}).map(
        ([type, { schema }]): [string, Schema] => [type, schema],
      ),
    ];
    expect(
      schemas.flatMap(([at, schema]) => findUnbounded(at, schema)),
    ).toEqual([]);
  });
});

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
