import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Passes TCP on, until it is cut: then as good as a server that is down. */
export class TcpRelay {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(private readonly server: Server) {}

  static async start(target: {
    host: string;
    port: number;
  }): Promise<TcpRelay> {
    const server = createServer();
    const relay = new TcpRelay(server);
    server.on('connection', socket => {
      if (relay.isCut) {
        socket.resetAndDestroy();
        return;
      }
      const upstream = connect(target.port, target.host);
      [socket, upstream].forEach(one => {
        relay.sockets.add(one);
        // Either side may leave at any time; the other is then left too.
        one.on('error', () => {});
        one.once('close', () => {
          relay.sockets.delete(one);
          socket.destroy();
          upstream.destroy();
        });
      });
      socket.pipe(upstream).pipe(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return relay;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.isCut = true;
    this.sockets.forEach(socket => socket.resetAndDestroy());
  }

  restore(): void {
    this.isCut = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
  }
}
