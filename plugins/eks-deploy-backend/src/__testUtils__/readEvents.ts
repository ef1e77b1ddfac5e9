import { get, type IncomingHttpHeaders } from 'node:http';
import { createInterface } from 'node:readline';
import { mockCredentials } from '@backstage/backend-test-utils';
import { waitUntil } from './waitUntil';

/** Reads server-sent events as a browser does that takes compressed answers. */
export function readEvents(origin: string, path: string) {
  const events: Array<{ name: string; data: object }> = [];
  let headers: IncomingHttpHeaders = {};
  const request = get(
    `${origin}${path}`,
    {
      headers: {
        authorization: mockCredentials.user.header(),
        'accept-encoding': 'gzip',
      },
    },
    response => {
      ({ headers } = response);
      let name = '';
      createInterface({ input: response })
        .on('line', line => {
          if (line.startsWith('event: ')) {
            name = line.slice('event: '.length);
          } else if (line.startsWith('data: ')) {
            events.push({
              name,
              data: JSON.parse(line.slice('data: '.length)),
            });
          }
        })
        .on('error', () => {});
    },
  );
  request.on('error', () => {});

  return {
    headers: () => headers,
    close: () => request.destroy(),
    /** The next event of that name; earlier ones of other names are passed over. */
    async next(name: string): Promise<object> {
      const find = () => events.findIndex(event => event.name === name);
      await waitUntil(() => find() >= 0);
      return events.splice(0, find() + 1).pop()?.data ?? {};
    },
  };
}
