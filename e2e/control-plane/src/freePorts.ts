import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Ports } from './components';

/** Ports that were free a moment ago, all different. */
export async function findFreePorts(): Promise<Ports> {
  const servers = await Promise.all([listen(), listen(), listen(), listen()]);
  const [api, etcd, etcdPeer, kubelet] = servers.map(
    server => (server.address() as AddressInfo).port,
  );
  await Promise.all(
    servers.map(server => new Promise(done => server.close(done))),
  );
  return { api, etcd, etcdPeer, kubelet };
}

function listen(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
