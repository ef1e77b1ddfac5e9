import type { Fault } from './FaultyCluster';

/** Refuses like an API server does. */
export function refuse(
  status: number,
  headers: Record<string, string> = {},
): Fault {
  return response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify({ kind: 'Status', code: status }));
  };
}

/** Sends this, and ends properly. */
export function send(body: string): Fault {
  return response => response.end(body);
}

/** Sends this, and breaks the connection. */
export function breakAfter(body: string): Fault {
  return response => {
    response.write(body);
    setTimeout(() => response.destroy(), 10);
  };
}

/** Sends headers and this, and then nothing any more, like half-open TCP. */
export function hangAfter(body: string): Fault {
  return response => {
    response.flushHeaders();
    response.write(body);
  };
}

/** Sends nothing at all. */
export const hang: Fault = () => {};

/** Sends a body byte by byte, without an end. */
export const drip: Fault = response => {
  const timer = setInterval(() => response.write(' '), 5);
  response.once('close', () => clearInterval(timer));
};
