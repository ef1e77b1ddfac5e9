import { randomUUID } from 'node:crypto';
import express, { NextFunction, Request, Response } from 'express';
import { Logger } from 'winston';
import { listen, Listener } from '../http/listen';
import { answerEcr } from './ecr/answerEcr';
import { describeCluster, listClusters } from './eks';
import { ImageStore } from './imageStore';
import { answerSts, toXmlError } from './sts';
import { AwsAccount, AwsError, EksCluster } from './types';

/** What the AWS stand-in answers from. */
export interface AwsOptions {
  port: number;
  account: AwsAccount;
  images: ImageStore;
  /** Asked on each request: the clusters start beside the stand-in. */
  clusters: () => EksCluster[];
  logger: Logger;
}

/** Starts one port that answers the AWS SDK's EKS, STS and ECR clients. */
export async function startAws(options: AwsOptions): Promise<Listener> {
  const { account, images, clusters, logger } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '10mb' }));
  app.use((_req, res, next) => {
    res.set('x-amzn-RequestId', randomUUID());
    next();
  });
  app.use((req, _res, next) => {
    if (readScope(req)) return next();
    throw new AwsError(
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
      403,
    );
  });

  // A cluster is in one region alone.
  const clustersFor = (req: Request) =>
    readScope(req)?.region === account.region ? clusters() : [];
  app.get('/clusters', (req, res) => {
    const { maxResults, nextToken } = req.query;
    res.json(
      listClusters(clustersFor(req), {
        ...(typeof maxResults === 'string' && { maxResults }),
        ...(typeof nextToken === 'string' && { nextToken }),
      }),
    );
  });
  app.get('/clusters/:name', (req, res) => {
    res.json(describeCluster(clustersFor(req), req.params.name, account));
  });
  app.post('/', (req, res) => {
    const { service, region = account.region } = readScope(req) ?? {};
    if (service === 'ecr') {
      const operation = req.get('x-amz-target')?.split('.').pop() ?? '';
      const request = JSON.parse(req.body || '{}');
      res.type('application/x-amz-json-1.1');
      res.send(
        JSON.stringify(
          answerEcr(operation, request, { images, account, region }),
        ),
      );
    } else {
      res.type('text/xml');
      res.send(answerSts(new URLSearchParams(req.body), account));
    }
  });
  app.use((req: Request) => {
    throw new AwsError(
      'UnknownOperationException',
      `The sandbox's AWS does not answer ${req.method} ${req.path}`,
      404,
    );
  });
  app.use(
    (raw: unknown, req: Request, res: Response, _next: NextFunction): void => {
      const error =
        raw instanceof AwsError
          ? raw
          : new AwsError('InternalFailure', 'The sandbox failed', 500);
      if (error !== raw) logger.error(`aws: ${String(raw)}`);
      sendError(error, req, res);
    },
  );
  return listen(app, { name: 'aws', port: options.port });
}

/** What a SigV4 signature is for: `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
function readScope(
  req: Request,
): { region: string; service: string } | undefined {
  const [, region, service] =
    /^AWS4-HMAC-SHA256 .*Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(
      req.get('authorization') ?? '',
    ) ?? [];
  return region ? { region, service } : undefined;
}

function sendError(error: AwsError, req: Request, res: Response) {
  res.status(error.statusCode).set('x-amzn-ErrorType', error.code);
  if (req.is('application/x-www-form-urlencoded')) {
    const code = error.code.replace(/TokenException$/, 'Token');
    res
      .type('text/xml')
      .send(toXmlError(new AwsError(code, error.message, error.statusCode)));
  } else {
    res.json({ __type: error.code, message: error.message });
  }
}
