import type { Response } from 'express';
import type { Registry } from '../registry';
import type { ApiRequest } from './apiRequest';
import { includeOf, tableOf, wantsTable } from './table/table';
import { assertInitialEvents, watch } from './watch';

/** Streams a watch, a line for each event, as objects or as rows of a table. */
export function serveWatch(
  registry: Registry,
  request: ApiRequest,
  response: Response,
): void {
  assertInitialEvents(request);
  const asTable = wantsTable(request.accept);
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
  });
  response.flushHeaders();
  const stop = watch(
    registry,
    request,
    event =>
      response.write(
        `${JSON.stringify(
          asTable && event.type !== 'ERROR'
            ? {
                ...event,
                object: tableOf(request.type, event.object, includeOf(request)),
              }
            : event,
        )}\n`,
      ),
    () => response.end(),
  );
  response.on('close', stop);
}
