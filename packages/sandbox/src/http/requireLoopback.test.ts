import http from 'node:http';
import { listen, type Listener } from './listen';

describe('listen', () => {
  let listener: Listener;
  beforeAll(async () => {
    listener = await listen((_, response) => response.end('served'), {
      name: 'github',
      port: 0,
    });
  });
  afterAll(() => listener.close());

  /** By node:http, since fetch lets nobody choose these headers. */
  const ask = (headers: http.OutgoingHttpHeaders) =>
    new Promise<{ status?: number; text: string }>((resolve, reject) => {
      http
        .get(listener.url, { headers }, async response => {
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve({ status: response.statusCode, text });
        })
        .on('error', reject);
    });

  it.each([
    {},
    { host: 'localhost' },
    { host: 'LOCALHOST:7103' },
    { host: '127.0.0.1:7103' },
    { host: '127.8.8.8' },
    { host: '[::1]:7103' },
    { host: 'localhost:7103', origin: 'http://localhost:3000' },
  ])('serves %j', async headers => {
    expect(await ask(headers)).toEqual({ status: 200, text: 'served' });
  });

  it.each([
    'rebound.evil.example.com:7103',
    'localhost.evil.example.com',
    '127.0.0.1.example.com',
    'localhost:7103@evil.example.com',
    'evil.example.com#localhost',
    '10.0.0.1',
    'localhost.',
    '127.0.0.1:99999',
  ])('rejects the host "%s"', async host => {
    const { status, text } = await ask({ host });
    expect(status).toBe(421);
    expect(text).toContain('use one of them');
  });

  it.each(['null', 'http://rebound.evil.example.com:7103', 'localhost', ''])(
    'rejects the origin "%s"',
    async origin => {
      expect(await ask({ host: 'localhost', origin })).toMatchObject({
        status: 403,
      });
    },
  );
});
