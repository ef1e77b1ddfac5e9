import express, { type ErrorRequestHandler, type Express } from 'express';
import type { LoggerService } from '../logger';
import type { Registry } from '../registry';
import { ApiError } from '../storage';
import { authenticate, type Tokens } from './authentication';
import { authorizePath } from './authorization';
import { Discovery } from './discovery/discovery';
import {
  openapiDocument,
  openapiIndex,
  OPENAPI_V2_PROTOBUF,
  openapiV2,
  openapiV2Protobuf,
} from './discovery/openapi';
import { parseResourcePath } from './resourcePath';
import { send } from './respond';
import { serveResource } from './serveResource';
import { version } from './version';

/** What the API is served from. */
export interface ApiOptions {
  registry: Registry;
  tokens: Tokens;
  logger: LoggerService;
}

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** The HTTP side of the API server. */
export function createApi({ registry, tokens, logger }: ApiOptions): Express {
  const discovery = new Discovery(registry.catalog);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.get(['/healthz', '/readyz', '/livez'], (_, response) => {
    response.type('text/plain').send('ok');
  });
  app.get('/version', (_, response) => {
    response.json(version);
  });
  app.use((request, response, next) => {
    const user = authenticate(request.headers.authorization, tokens);
    if (!parseResourcePath(request.path)) {
      authorizePath(user, request.method, request.path);
    }
    response.locals.user = user;
    next();
  });
  for (const root of ['api', 'apis'] as const) {
    app.get(`/${root}`, (request, response) => {
      if (request.headers.accept?.includes('as=APIGroupDiscoveryList')) {
        response.set('content-type', AGGREGATED);
        response.end(JSON.stringify(discovery.aggregated(root)));
        return;
      }
      response.json(
        root === 'api' ? discovery.legacyVersions() : discovery.groupList(),
      );
    });
  }
  app.get('/apis/:group', ({ params }, response) => {
    response.json(discovery.group(params.group));
  });
  app.get(['/api/:version', '/apis/:group/:version'], (request, response) => {
    const { group = '', version: served } = request.params as {
      group?: string;
      version: string;
    };
    response.json(discovery.resourceList(group, served));
  });
  app.get('/openapi/v2', (request, response) => {
    if (request.headers.accept?.includes('protobuf')) {
      response.set('content-type', OPENAPI_V2_PROTOBUF);
      response.end(openapiV2Protobuf());
      return;
    }
    response.json(openapiV2);
  });
  app.get('/openapi/v3', (_, response) => {
    response.json(openapiIndex(discovery));
  });
  app.get(
    ['/openapi/v3/api/:version', '/openapi/v3/apis/:group/:version'],
    (request, response) => {
      const { group = '', version: served } = request.params as {
        group?: string;
        version: string;
      };
      response.json(openapiDocument(discovery, group, served));
    },
  );
  app.use(express.raw({ type: () => true, limit: '4mb' }));
  app.use((request, response) => {
    serveResource(registry, request, response);
  });
  app.use(toStatus(logger));
  return app;
}

function toStatus(logger: LoggerService): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const apiError = error instanceof ApiError ? error : toApiError(error);
    if (apiError.code >= 500) {
      logger.error(`The sandbox's API server failed: ${error?.stack ?? error}`);
    }
    send(response, { code: apiError.code, body: apiError.status });
  };
}

/** Errors of the body parser carry a 4xx status of their own; anything else is a fault of the stand-in. */
function toApiError(error: { status?: number; message?: string }): ApiError {
  return error.status === 413
    ? new ApiError(413, 'RequestEntityTooLarge', 'Request entity too large')
    : new ApiError(500, 'InternalError', `Internal error: ${error.message}`);
}
