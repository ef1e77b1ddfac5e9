import type { Readable } from 'node:stream';
import type { RequestHandler } from 'express';

/**
 * Makes a response that is piped from elsewhere begin and end as that does: sends its head at once, breaks it when its
 * source breaks, and leaves the source when the caller leaves.
 *
 * @remarks
 * The Kubernetes plugin's proxy pipes with http-proxy 1.18, which does none of it. A WATCH on quiet objects would not even
 * be answered until its first bookmark, one whose connection to the API server breaks would look like a quiet one, and one
 * that nobody reads would stay open on the API server.
 */
export const passStreamOn: RequestHandler = (_request, response, next) => {
  response.once('pipe', (source: Readable) => {
    response.flushHeaders();
    source.once('close', () => {
      if (!source.readableEnded) {
        response.destroy();
      }
    });
    response.once('close', () => source.destroy());
  });
  next();
};
