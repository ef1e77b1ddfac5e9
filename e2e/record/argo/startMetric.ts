import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web metric on loopback whose value is the path that it is asked for. */
export async function startMetric(): Promise<{
  url: string;
  stop(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ value: Number(request.url?.slice(1)) }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
