import { checkExchange } from './checkExchange';
import { createContract } from './createContract';
import type { Exchange } from './Exchange';

/** As much of GitHub's description as a test needs, in its own way of writing. */
const contract = createContract({
  paths: {
    '/repos/{owner}/{repo}': {
      get: {
        operationId: 'repos/get',
        parameters: [text('owner', 'path'), text('repo', 'path')],
        responses: {
          200: json({
            type: 'object',
            required: ['id', 'homepage', 'owner'],
            properties: {
              id: { type: 'integer' },
              homepage: { type: 'string', format: 'uri', nullable: true },
              owner: {
                nullable: true,
                oneOf: [{ $ref: '#/components/schemas/user' }],
              },
            },
          }),
          404: { $ref: '#/components/responses/not_found' },
        },
      },
    },
    '/repos/{owner}/{repo}/contents/{path}': {
      get: {
        operationId: 'repos/get-content',
        parameters: [
          text('owner', 'path'),
          text('repo', 'path'),
          { ...text('path', 'path'), 'x-multi-segment': true },
          text('ref', 'query'),
          {
            ...text('created', 'query'),
            schema: { type: 'string', format: 'date-time' },
          },
        ],
        responses: { 302: {} },
      },
    },
    '/repos/{owner}/{repo}/topics': {
      put: {
        operationId: 'repos/replace-all-topics',
        parameters: [text('owner', 'path'), text('repo', 'path')],
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['names'],
            properties: { names: { type: 'array', items: { type: 'string' } } },
          }),
        },
        responses: { 204: {} },
      },
    },
  },
  components: {
    schemas: {
      user: { type: 'object', required: ['login'] },
      'basic-error': {
        type: 'object',
        properties: { message: { type: 'string' } },
      },
    },
    responses: {
      not_found: json({ $ref: '#/components/schemas/basic-error' }),
    },
  },
});

function text(name: string, place: 'path' | 'query') {
  return {
    ...{ name, in: place, required: place === 'path' },
    schema: { type: 'string' },
  };
}

function json(schema: Record<string, unknown>) {
  return { content: { 'application/json': { schema } } };
}

/** `GET /repos/example-org/chat` as it should be, but for what is given. */
function anExchange(
  request: Partial<Exchange['request']> = {},
  answer: Partial<Exchange['answer']> = {},
): Exchange {
  return {
    request: {
      method: 'GET',
      target: '/repos/example-org/chat',
      body: '',
      ...request,
    },
    answer: {
      status: 200,
      contentType: 'application/json; charset=utf-8',
      body: '{"id":1,"homepage":null,"owner":null}',
      ...answer,
    },
  };
}

const put = (body: string): Partial<Exchange['request']> => ({
  method: 'PUT',
  target: '/repos/example-org/chat/topics',
  contentType: 'application/json',
  body,
});
const done = { status: 204, contentType: undefined, body: '' };

describe('an exchange that keeps to the description', () => {
  it.each<[string, Exchange]>([
    ['a plain one', anExchange()],
    [
      'a described refusal',
      anExchange({}, { status: 404, body: '{"message":"Not Found"}' }),
    ],
    [
      'a refusal that any operation may give',
      anExchange({}, { status: 401, body: '{"message":"Bad credentials"}' }),
    ],
    [
      'a path with slashes',
      anExchange(
        { target: '/repos/o/r/contents/a/b.md?ref=main' },
        { status: 302, body: '' },
      ),
    ],
    [
      'a time with a comparison',
      anExchange(
        {
          target:
            '/repos/o/r/contents/a?created=%3E%3D2026-01-01T00%3A00%3A00Z',
        },
        { status: 302, body: '' },
      ),
    ],
    [
      'a path left out',
      anExchange({ target: '/repos/o/r/contents' }, { status: 302, body: '' }),
    ],
    ['a body', anExchange(put('{"names":["eks"]}'), done)],
    [
      'a wrong body that is refused',
      anExchange(put('{}'), {
        status: 422,
        body: '{"message":"Validation Failed"}',
      }),
    ],
  ])('has no problem: %s', (_name, exchange) => {
    expect(checkExchange(contract, exchange)).toEqual([]);
  });
});

describe('a request that departs', () => {
  it.each<[string, Exchange, string, string]>([
    [
      'has no operation',
      anExchange({ target: '/repositories/1' }),
      '/repositories/1',
      'is no path of the API',
    ],
    [
      'has another method',
      anExchange({ method: 'DELETE' }),
      '/repos/example-org/chat',
      'is no path of the API',
    ],
    [
      'has an unknown parameter',
      anExchange({ target: '/repos/o/r?colour=red' }),
      'colour',
      'is no parameter of the operation',
    ],
    [
      'compares with what is not a time',
      anExchange(
        { target: '/repos/o/r/contents/a?created=%3E%3Dyesterday' },
        { status: 302, body: '' },
      ),
      'created',
      'must match format "date-time"',
    ],
    ['lacks its body', anExchange(put(''), done), '/', 'is missing'],
    [
      'lacks a field',
      anExchange(put('{}'), done),
      '/',
      "must have required property 'names'",
    ],
    [
      'has a field of another type',
      anExchange(put('{"names":[1]}'), done),
      '/names/0',
      'must be string',
    ],
    [
      'has a misspelt field',
      anExchange(put('{"names":[],"name":"x"}'), done),
      '/name',
      'is not declared',
    ],
  ])('is reported: %s', (_name, exchange, at, message) => {
    expect(checkExchange(contract, exchange)).toEqual([
      expect.objectContaining({ side: 'request', at, message }),
    ]);
  });
});

describe('an answer that departs', () => {
  it.each<[string, Exchange, string, string]>([
    [
      'has another status',
      anExchange({}, { status: 202 }),
      'status',
      "202 is not among the operation's",
    ],
    [
      'lacks a field',
      anExchange({}, { body: '{"id":1,"homepage":null}' }),
      '/',
      "must have required property 'owner'",
    ],
    [
      'has a field of another type',
      anExchange({}, { body: '{"id":"1","homepage":null,"owner":null}' }),
      '/id',
      'must be integer',
    ],
    [
      'has no address where one has to be',
      anExchange({}, { body: '{"id":1,"homepage":"","owner":null}' }),
      '/homepage',
      'must match format "uri"',
    ],
    [
      'has another content type',
      anExchange({}, { contentType: 'text/html' }),
      'content-type',
      'is text/html, not application/json',
    ],
    ['is no JSON', anExchange({}, { body: '<html>' }), '/', 'is no JSON'],
    [
      'has a body where there is none',
      anExchange(put('{"names":[]}'), { ...done, body: '{}' }),
      '/',
      'has a body, and 204 has none',
    ],
    [
      'refuses without a message',
      anExchange({}, { status: 401, body: '{}' }),
      '/message',
      'is missing',
    ],
  ])('is reported: %s', (_name, exchange, at, message) => {
    expect(checkExchange(contract, exchange)).toEqual([
      expect.objectContaining({ side: 'answer', at, message }),
    ]);
  });

  it('names the operation', () => {
    const [problem] = checkExchange(contract, anExchange({}, { status: 202 }));
    expect(problem.operationId).toBe('repos/get');
  });
});
