import { createServer, type AddressInfo } from 'node:net';

/** The ports that the portal and its sandbox listen on, all on loopback. */
export interface PortalPorts {
  app: number;
  backend: number;
  staging: number;
  production: number;
  github: number;
  aws: number;
}

export const defaultPorts: PortalPorts = {
  app: 3000,
  backend: 7007,
  staging: 7101,
  production: 7102,
  github: 7103,
  aws: 7104,
};

/** Ports that were free a moment ago, for a portal that must not meet another one. */
export async function findFreePorts(): Promise<PortalPorts> {
  const names = Object.keys(defaultPorts) as Array<keyof PortalPorts>;
  const servers = await Promise.all(names.map(() => listen(0)));
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(
    servers.map(server => new Promise(done => server.close(done))),
  );
  return Object.fromEntries(
    names.map((name, index) => [name, ports[index]]),
  ) as unknown as PortalPorts;
}

/**
 * Makes sure that nothing listens on the ports.
 *
 * @throws Error that names the busy ports and the option that chooses others.
 */
export async function assertPortsFree(ports: PortalPorts): Promise<void> {
  const busy: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    const server = await listen(port).catch(() => undefined);
    if (server) {
      await new Promise(done => server.close(done));
    } else {
      busy.push(`${port} (${name}, choose another by --${name}-port)`);
    }
  }
  if (busy.length > 0) {
    throw new Error(
      `Something already listens on port ${busy.join(
        ', ',
      )}: stop it, or start with --free-ports.`,
    );
  }
}

function listen(port: number) {
  const server = createServer();
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
