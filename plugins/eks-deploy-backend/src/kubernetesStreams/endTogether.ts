import type { Readable } from 'node:stream';
import type { RequestHandler } from 'express';

/**
 * Makes a response that is piped from elsewhere end as that does: breaks it when its source breaks, and leaves the source
 * when the caller leaves.
 *
 * @remarks
 * The Kubernetes plugin's proxy pipes with http-proxy 1.18, which does neither: a WATCH whose connection to the API server
 * breaks would look like one on which nothing happens, and one that nobody reads would stay open on the API server.
 */
export const endTogether: RequestHandler = (_request, response, next) => {
  response.once('pipe', (source: Readable) => {
    source.once('close', () => {
      if (!source.readableEnded) {
        response.destroy();
      }
    });
    response.once('close', () => source.destroy());
  });
  next();
};
