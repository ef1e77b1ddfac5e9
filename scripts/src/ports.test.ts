import { createServer } from 'node:net';
import { assertPortsFree, findFreePorts } from './ports';

describe('ports', () => {
  it('finds six ports that are free and differ', async () => {
    const ports = await findFreePorts();
    expect(new Set(Object.values(ports)).size).toBe(6);
    await expect(assertPortsFree(ports)).resolves.toBeUndefined();
  });

  it('names a busy port, whose it is and the way out', async () => {
    const ports = await findFreePorts();
    const server = createServer();
    await new Promise<void>(done =>
      server.listen(ports.github, '127.0.0.1', done),
    );
    try {
      await expect(assertPortsFree(ports)).rejects.toThrow(
        `Something already listens on port ${ports.github} (github, choose another by --github-port): stop it, or start with --free-ports.`,
      );
    } finally {
      server.close();
    }
  });
});
