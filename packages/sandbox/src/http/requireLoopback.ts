import type { IncomingMessage, RequestListener } from 'node:http';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Rejects what a page of another site makes a browser send: a name of that site that resolves to this machine (DNS rebinding)
 * stays in `Host`, and the site itself in `Origin`.
 *
 * @remarks
 * Answers 421 for a foreign `Host` and 403 for a foreign `Origin`, `null` included, before the handler sees the request.
 */
export function requireLoopback(handler: RequestListener): RequestListener {
  return (request, response) => {
    const problem = findProblem(request);
    if (!problem) {
      handler(request, response);
      return;
    }
    response.writeHead(problem.status, { 'content-type': 'text/plain' });
    response.end(`${problem.message}\n`);
    request.resume();
  };
}

function findProblem({
  headers,
}: IncomingMessage): { status: number; message: string } | undefined {
  if (!isLoopback(`http://${headers.host}`)) {
    return {
      status: 421,
      message:
        'The sandbox answers only under localhost, 127.0.0.1 and [::1]; use one of them.',
    };
  }
  if (headers.origin !== undefined && !isLoopback(headers.origin)) {
    return {
      status: 403,
      message: 'The sandbox does not answer pages of other sites.',
    };
  }
  return undefined;
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.test(new URL(url).hostname);
}
