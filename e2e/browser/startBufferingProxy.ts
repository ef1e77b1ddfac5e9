import {
  createServer,
  request,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** What such a proxy waits for before it passes anything on. */
const BUFFER_BYTES = 64 * 1024;

export interface BufferingProxy {
  /** Its address, as a browser takes it. */
  server: string;
  /** Whether streams are held back; those that are open already stay as they began. */
  buffers: boolean;
  stop(): Promise<void>;
}

/** A forward proxy on loopback that holds server-sent events back until it has 64 KiB of them. */
export async function startBufferingProxy(): Promise<BufferingProxy> {
  const sockets = new Set<Socket>();
  const holding = { buffers: true };
  const server = createServer((asked, answer) =>
    forward(asked, answer, holding.buffers),
  );
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  // What is no plain request, such as the app's own web socket, goes through as it is.
  server.on('connect', ({ url }, client: Socket) => {
    const [host, port] = (url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(holding, {
    server: `http://127.0.0.1:${port}`,
    async stop() {
      sockets.forEach(socket => socket.destroy());
      await new Promise(resolve => server.close(resolve));
    },
  });
}

function forward(
  asked: IncomingMessage,
  answer: ServerResponse,
  buffers: boolean,
) {
  const { url = '', method, headers } = asked;
  const upstream = request(url, { method, headers }, from => {
    const held: Buffer[] = [];
    const holds =
      buffers && from.headers['content-type']?.startsWith('text/event-stream');
    const passOn = () => {
      if (!answer.headersSent) {
        answer.writeHead(from.statusCode ?? 502, from.headers);
      }
      held.splice(0).forEach(chunk => answer.write(chunk));
    };
    let bytes = 0;
    from.on('data', (chunk: Buffer) => {
      held.push(chunk);
      bytes += chunk.length;
      if (!holds || bytes > BUFFER_BYTES) {
        passOn();
      }
    });
    from.on('end', () => {
      passOn();
      answer.end();
    });
  });
  upstream.on('error', () => answer.destroy());
  answer.on('close', () => upstream.destroy());
  asked.pipe(upstream);
}
