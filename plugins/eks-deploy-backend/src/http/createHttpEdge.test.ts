import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError, ResponseError } from '@backstage/errors';
import {
  ClusterRejectedError,
  OutcomeUnknownError,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import express from 'express';
import request from 'supertest';
import { createHttpEdge } from './createHttpEdge';
import { TooManyRequestsError } from './errors';

const SECRET = 'canary-10.0.0.1:5432';

function aResponseError(statusCode: number) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'E', message: SECRET } }), {
      status: statusCode,
    }),
  );
}

describe('createHttpEdge', () => {
  const logger = mockServices.logger.mock();
  let failure: unknown;

  function serve() {
    const router = express.Router();
    router.post('/ok', (req, res) => res.json(req.body));
    router.get('/:name/fails', (_req, _res, next) => next(failure));
    const app = express();
    app.use(createHttpEdge(router, { logger }));
    app.use(
      (
        error: Error & { statusCode?: number },
        _req: express.Request,
        res: express.Response,
        _next: express.NextFunction,
      ) => {
        const { name, message, statusCode } = error;
        res.json({ name, message, statusCode });
      },
    );
    return app;
  }

  beforeEach(() => jest.clearAllMocks());

  it('has no answer stored', async () => {
    const { headers } = await request(serve()).post('/ok').send({ a: 1 });
    expect(headers['cache-control']).toBe('no-store');
    failure = new NotFoundError('no');
    const failed = await request(serve()).get('/x/fails');
    expect(failed.headers['cache-control']).toBe('no-store');
  });

  it.each<[string, number | undefined, string, string]>([
    ['text/plain', 415, '{}', 'UnsupportedMediaTypeError'],
    [
      'application/x-www-form-urlencoded',
      415,
      'a=1',
      'UnsupportedMediaTypeError',
    ],
    [
      'application/json; charset=latin1',
      415,
      '{}',
      'UnsupportedMediaTypeError',
    ],
    [
      'application/json',
      413,
      `"${'x'.repeat(200_000)}"`,
      'ContentTooLargeError',
    ],
    ['application/json', undefined, '{', 'InputError'],
    ['application/json', undefined, '1', 'InputError'],
  ])('judges a body of %s: %s', async (type, statusCode, body, name) => {
    const answer = await request(serve())
      .post('/ok')
      .set('content-type', type)
      .send(body);
    expect(answer.body).toEqual({
      name,
      statusCode,
      message: expect.not.stringContaining('token'),
    });
  });

  it('says how long to wait where there are too many requests', async () => {
    failure = new TooManyRequestsError('Wait', 30);
    const { body, headers } = await request(serve()).get('/x/fails');
    expect(body).toMatchObject({ statusCode: 429, message: 'Wait' });
    expect(headers['retry-after']).toBe('30');
  });

  it.each([
    new ConflictError('Look again'),
    new ClusterRejectedError('A policy does not allow it'),
    new OutcomeUnknownError('It is not known whether it was done'),
  ])('passes on what is written for users: %s', async error => {
    failure = error;
    const { body } = await request(serve()).get('/x/fails');
    expect(body).toMatchObject({ name: error.name, message: error.message });
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown, string]>([
    [
      'a database',
      () => new Error(`SELECT ${SECRET}`),
      'ServiceUnavailableError',
    ],
    [
      'a driver',
      () => Object.assign(new Error(SECRET), { status: 200 }),
      'ServiceUnavailableError',
    ],
    [
      'fetch',
      () => new TypeError('fetch failed', { cause: new Error(SECRET) }),
      'ServiceUnavailableError',
    ],
    [
      'a catalog that is down',
      () => aResponseError(500),
      'ServiceUnavailableError',
    ],
    ['a catalog that forbids', () => aResponseError(403), 'NotAllowedError'],
    ['a catalog that misses', () => aResponseError(404), 'NotFoundError'],
    [
      'a catalog that wants a token',
      () => aResponseError(401),
      'AuthenticationError',
    ],
    [
      'a catalog that takes no such cursor',
      () => aResponseError(400),
      'InputError',
    ],
    [
      'one of ours with a cause',
      () => new ConflictError('no', new Error(SECRET)),
      'ServiceUnavailableError',
    ],
    ['a bug', () => new TypeError(SECRET), 'Error'],
    ['no error', () => SECRET, 'Error'],
  ])('logs and does not pass on the error of %s', async (_, make, name) => {
    failure = await make();
    const { text, body } = await request(serve()).get('/x/fails');
    expect(body.name).toBe(name);
    expect(text).not.toContain(SECRET);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('does not blame itself for an address that is not valid', async () => {
    const { body } = await request(serve()).get('/%zz/fails');
    expect(body.name).toBe('InputError');
  });
});
