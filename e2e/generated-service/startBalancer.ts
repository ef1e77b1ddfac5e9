import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';

/** Ends TLS and passes connections on, as the load balancer of the Ingress does. */
export interface Balancer {
  port: number;
  stop(): Promise<void>;
}

/** Each connection goes to the next port in turn that takes it. */
export async function startBalancer(
  tls: TlsOptions,
  ports: () => number[],
): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer(tls, async client => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    const targets = ports();
    turn += 1;
    for (let tried = 0; tried < targets.length; tried += 1) {
      const upstream = await dial(targets[(turn + tried) % targets.length]);
      if (upstream) {
        upstream.on('error', () => client.destroy());
        client.on('close', () => upstream.destroy());
        client.pipe(upstream).pipe(client);
        return;
      }
    }
    client.destroy();
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      open.forEach(client => client.destroy());
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

function dial(port: number): Promise<Socket | undefined> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
