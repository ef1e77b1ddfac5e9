import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { ViewerBytes } from './ViewerCalls';

const open = new Set<Socket>();
let raw = 0;
let closed = 0;

/** Node's fetch tells of its connections there. */
diagnostics.subscribe('undici:client:connected', message => {
  const { socket } = message as { socket: Socket };
  open.add(socket);
  socket.once('close', () => {
    open.delete(socket);
    closed += socket.bytesRead;
  });
});

export function readBytes(): ViewerBytes {
  const wire = [...open].reduce(
    (sum, { bytesRead }) => sum + bytesRead,
    closed,
  );
  return { raw, wire };
}

/** Fetch with a token, as the portal's does it; counts what its caller reads. */
export function createCountingFetch(token: string): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(input, { ...init, headers });
    const { body, status, statusText } = response;
    const counted = body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          raw += chunk.byteLength;
          controller.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, {
      ...{ status, statusText },
      headers: response.headers,
    });
  };
}
