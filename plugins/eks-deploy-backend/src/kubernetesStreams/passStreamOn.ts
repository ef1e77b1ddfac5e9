import { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { STREAMS_HEADER } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { RequestHandler } from 'express';

/**
 * How long nothing may come before the peer is asked by TCP itself. Node then asks each second, and gives up after ten
 * without an answer: https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
 */
const QUIET_MS = 1_000;

/**
 * Makes a response that is piped from elsewhere begin and end as that does: sends its head at once, breaks it when its
 * source breaks or is no longer there, and leaves the source when the caller leaves.
 *
 * @remarks
 * The Kubernetes plugin's proxy pipes with http-proxy 1.18, which does none of it. A WATCH on quiet objects would not even
 * be answered until its first bookmark, one whose connection to the API server breaks would look like a quiet one, and one
 * that nobody reads would stay open on the API server.
 */
export const passStreamOn: RequestHandler = (_request, response, next) => {
  response.once('pipe', (source: Readable) => {
    if (source instanceof IncomingMessage) {
      // Who has lost the connection answers the first such question by a reset, and what stands between forgets no connection.
      source.socket.setKeepAlive(true, QUIET_MS);
    }
    if (!response.headersSent) {
      response.setHeader(STREAMS_HEADER, 'as they come');
      response.flushHeaders();
    }
    source.once('close', () => {
      if (!source.readableEnded) {
        response.destroy();
      }
    });
    response.once('close', () => source.destroy());
  });
  next();
};
