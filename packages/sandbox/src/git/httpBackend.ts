import { spawn } from 'node:child_process';
import { Request, Response } from 'express';
import { createGitEnvironment } from './runGit';

/**
 * Answers a smart-HTTP request by git's own CGI program. `beforeEnd` runs when git is done and the
 * client still waits, so whoever has pushed finds what the push has set off.
 */
export async function answerByHttpBackend(
  req: Request,
  res: Response,
  options: {
    projectRoot: string;
    pathInfo: string;
    user?: string;
    beforeEnd?: () => Promise<void>;
  },
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: {
      ...createGitEnvironment(),
      GIT_PROJECT_ROOT: options.projectRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: options.pathInfo,
      QUERY_STRING: new URL(req.originalUrl, 'http://localhost').search.slice(
        1,
      ),
      REQUEST_METHOD: req.method,
      REMOTE_USER: options.user ?? '',
      REMOTE_ADDR: '127.0.0.1',
      CONTENT_TYPE: req.get('content-type') ?? '',
      CONTENT_LENGTH: req.get('content-length') ?? '',
      HTTP_CONTENT_ENCODING: req.get('content-encoding') ?? '',
      HTTP_GIT_PROTOCOL: req.get('git-protocol') ?? '',
      GIT_PROTOCOL: req.get('git-protocol') ?? '',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // The client may hang up, and git may exit before it has read all that was sent.
  child.stdin.on('error', () => {});
  req.pipe(child.stdin);
  res.on('close', () => child.kill());

  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    if (head === undefined) {
      res.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end >= 0) {
      sendHead(head.subarray(0, end).toString(), res);
      res.write(head.subarray(end + 4));
      head = undefined;
    }
  }
  await options.beforeEnd?.();
  if (head !== undefined) res.status(500);
  res.end();
}

function sendHead(head: string, res: Response) {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') res.status(parseInt(value, 10));
    else res.set(name, value);
  }
}
