import { EventEmitter } from 'node:events';
import { mockCredentials } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createRandom } from '../__testUtils__/random';
import { waitUntil } from '../__testUtils__/waitUntil';
import { StreamSlots } from './StreamSlots';

const guest = mockCredentials.user('user:default/guest');

/** A response that has ended in no way yet. */
class FakeResponse extends EventEmitter {
  destroyed = false;
  closed = false;

  end() {
    this.closed = true;
    this.emit('close');
  }
}
const toResponse = (response: FakeResponse) =>
  response as unknown as express.Response;

function throws(action: () => void): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

describe('StreamSlots', () => {
  it.each([
    ['a user', guest, 'You have 2 logs open, as many as one user may'],
    ['a service', mockCredentials.service('plugin:a'), 'You have 2 logs open'],
  ])(
    'has a limit for %s, and another caller is not touched by it',
    (_, credentials, message) => {
      const slots = new StreamSlots('logs', { perUser: 2, total: 9 });
      const take = () =>
        slots.take(credentials, toResponse(new FakeResponse()));
      take();
      take();
      expect(take).toThrow(message);
      expect(take).toThrow(
        expect.objectContaining({ statusCode: 429, retryAfterSeconds: 30 }),
      );
      slots.take(
        mockCredentials.user('user:default/other'),
        toResponse(new FakeResponse()),
      );
      expect(slots.taken).toBe(3);
    },
  );

  it('has a limit for all together', () => {
    const slots = new StreamSlots('logs', { perUser: 1, total: 2 });
    const take = (name: string) =>
      slots.take(
        mockCredentials.user(`user:default/${name}`),
        toResponse(new FakeResponse()),
      );
    take('a');
    take('b');
    expect(() => take('c')).toThrow('2 logs are open in all');
  });

  it('takes none for a viewer that has left already', () => {
    const slots = new StreamSlots('logs', { perUser: 1, total: 1 });
    slots.take(
      guest,
      toResponse(Object.assign(new FakeResponse(), { destroyed: true })),
    );
    expect(slots.taken).toBe(0);
  });

  it('counts what is open, whatever comes and goes in whatever order', () => {
    const random = createRandom(7);
    const limit = { perUser: 3, total: 8 };
    const slots = new StreamSlots('logs', limit);
    const open: Array<{ user: string; response: FakeResponse }> = [];
    let surprises = 0;
    for (let step = 0; step < 5_000; step += 1) {
      const user = `user:default/${random.upTo(4)}`;
      if (random.oneIn(2) && open.length > 0) {
        const [left] = open.splice(random.upTo(open.length - 1), 1);
        left.response.end();
        left.response.emit('close');
      } else {
        const own = open.filter(one => one.user === user).length;
        const response = new FakeResponse();
        const take = () =>
          slots.take(mockCredentials.user(user), toResponse(response));
        const full = own >= limit.perUser || open.length >= limit.total;
        surprises += throws(take) === full ? 0 : 1;
        open.push(...(full ? [] : [{ user, response }]));
      }
      surprises += slots.taken === open.length ? 0 : 1;
    }
    expect(surprises).toBe(0);
  });

  it.each<[string, express.RequestHandler]>([
    ['an answer', (_req, res) => res.json({})],
    ['an error while it opens', (_req, _res, next) => next(new Error('no'))],
    ['a stream that ends', (_req, res) => res.writeHead(200).end('a')],
    ['a connection that breaks', (_req, res) => res.destroy()],
    [
      'one that breaks after its headers',
      (_req, res) => {
        res.writeHead(200).flushHeaders();
        setImmediate(() => res.destroy());
      },
    ],
  ])('gives a slot back after %s', async (_, handler) => {
    const slots = new StreamSlots('logs', { perUser: 1, total: 1 });
    const app = express();
    app.get('/', (req, res, next) => {
      slots.take(guest, res);
      expect(slots.taken).toBe(1);
      handler(req, res, next);
    });
    for (let times = 0; times < 3; times += 1) {
      const { status } = await request(app)
        .get('/')
        .catch(() => ({ status: 0 }));
      expect(status).not.toBe(429);
      await waitUntil(() => slots.taken === 0);
    }
  });

  it('gives a slot back when the client leaves while it opens', async () => {
    const slots = new StreamSlots('logs', { perUser: 1, total: 1 });
    const app = express();
    app.get('/', (_req, res) => slots.take(guest, res));
    const leaving = request(app).get('/').timeout(50);
    await expect(leaving).rejects.toThrow('imeout');
    await waitUntil(() => slots.taken === 0);
  });
});
