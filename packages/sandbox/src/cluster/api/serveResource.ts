import type { Request, Response } from 'express';
import type { Registry } from '../registry';
import { ApiError, resources } from '../storage';
import { isReview, review } from './accessReview';
import { flag, type ApiRequest } from './apiRequest';
import type { User } from './authentication';
import { authorize, verbOf } from './authorization';
import { sendPodLog } from './podLog';
import { presentEvent } from './presentation';
import { decodeProtobuf, isProtobuf } from './protobuf/decode';
import { handleResource } from './resourceHandler';
import { parseResourcePath, type ResourcePath } from './resourcePath';
import { send } from './respond';
import { serveWatch } from './serveWatch';
import { includeOf, tableOf, wantsTable } from './table/table';
import { createOfUnknownKind } from './write';

/** Answers any request whose path names a resource. */
export function serveResource(
  registry: Registry,
  request: Request,
  response: Response,
): void {
  const path = parseResourcePath(request.path);
  if (!path) throw new ApiError(404, 'NotFound', '404 page not found', {});
  const url = new URL(request.originalUrl, 'https://localhost');
  const user = response.locals.user as User;
  const isWatch = request.method === 'GET' && flag(url.searchParams, 'watch');
  authorize(user, verbOf(request.method, path, isWatch), path);
  const partial = {
    method: request.method,
    path,
    query: url.searchParams,
    accept: request.headers.accept ?? '',
    contentType: request.headers['content-type'] ?? '',
    body: bodyOf(request),
    user,
  };
  if (isReview(path.group, path.plural)) {
    send(response, review(partial));
    return;
  }
  if (isEventView(path)) {
    serveEventView(registry, partial, response);
    return;
  }
  const type = registry.catalog.find(path);
  if (!type && request.method === 'POST' && !path.name) {
    send(response, createOfUnknownKind(registry, partial));
    return;
  }
  const full: ApiRequest = {
    ...partial,
    type: type ?? registry.catalog.get(path),
  };
  if (path.subresource === 'log' && full.type === resources.pods) {
    sendPodLog(registry, full, response);
    return;
  }
  if (isWatch) {
    serveWatch(registry, full, response);
    return;
  }
  const answer = handleResource(registry, full);
  send(
    response,
    wantsTable(full.accept) && request.method === 'GET' && !path.subresource
      ? { ...answer, body: tableOf(full.type, answer.body, includeOf(full)) }
      : answer,
  );
}

function bodyOf({ body }: Request): string {
  if (!Buffer.isBuffer(body)) return '';
  return isProtobuf(body)
    ? JSON.stringify(decodeProtobuf(body))
    : body.toString('utf8');
}

function isEventView(path: ResourcePath): boolean {
  return path.group === 'events.k8s.io' && path.plural === 'events';
}

/** `events.k8s.io/v1` shows the core group's events, for reading. */
function serveEventView(
  registry: Registry,
  request: Omit<ApiRequest, 'type'>,
  response: Response,
): void {
  const answer = handleResource(registry, {
    ...request,
    type: resources.events,
  });
  const body = answer.body as { items?: unknown[] };
  send(response, {
    ...answer,
    body: body.items
      ? {
          ...body,
          apiVersion: 'events.k8s.io/v1',
          items: body.items.map(event => presentEvent(event as never)),
        }
      : presentEvent(body as never),
  });
}
