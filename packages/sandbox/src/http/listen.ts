import http, { RequestListener } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { requireLoopback } from './requireLoopback';

/** A server that is listening on loopback. */
export interface Listener {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Where a service of the sandbox listens, and how a user can move it. */
export interface ListenOptions {
  name: string;
  /** 0 takes any free port. */
  port: number;
  /** The host of the answered `url`. The socket is on 127.0.0.1 whatever it says. */
  hostname?: string;
  /** A certificate with its key: then the service speaks HTTPS. */
  tls?: { cert: string; key: string };
}

/** Listens on loopback, for callers that address it as such: what runs behind it executes a repository's workflows. */
export async function listen(
  handler: RequestListener,
  options: ListenOptions,
): Promise<Listener> {
  const { tls, hostname = '127.0.0.1' } = options;
  const guarded = requireLoopback(handler);
  const server = tls
    ? https.createServer({ cert: tls.cert, key: tls.key }, guarded)
    : http.createServer(guarded);
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(toListenError(error, options)));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls ? 'https' : 'http'}://${hostname}:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Says in one sentence which port is busy and which flag moves the service. */
function toListenError(
  error: NodeJS.ErrnoException,
  options: Pick<ListenOptions, 'name' | 'port'>,
): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${options.port} is in use: stop what listens there, or start the sandbox's ${options.name} elsewhere with --${options.name}-port <port>.`,
  );
}
