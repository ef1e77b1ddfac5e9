import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  rolloutReadPermission,
  type TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ClusterClient,
  EcrImageLister,
  EksClusterLister,
} from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type express from 'express';
import type { RolloutCommands } from './commands';
import { listEksClusters } from './eksClusters';
import { readFleet } from './fleet';
import { toCallerId, type StreamSlots } from './http';
import { listImages } from './images';
import type { LogStreams } from './logs';
import type { TargetAuthorizer } from './permissions';
import { listEvents, listPods } from './pods';
import type { RecordStore } from './records';
import {
  listReadableTargets,
  listRecords,
  listRevisions,
  readRevisionDiff,
  readRolloutSnapshot,
  type RolloutReader,
} from './rollouts';
import { spec } from './schema/openapi/generated/spec';
import type { RolloutStreams } from './stream';
import type { TargetResolver } from './targets';
import { runForCaller } from './workloads';

/** What the routes serve. */
export interface RouterDeps {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  authorizer: TargetAuthorizer;
  targets: TargetResolver;
  clusters: ClusterClient;
  reader: RolloutReader;
  streams: RolloutStreams;
  logs: LogStreams;
  slots: { rolloutStreams: StreamSlots; logStreams: StreamSlots };
  records: RecordStore;
  commands: RolloutCommands;
  images: EcrImageLister;
  /** Absent when no region is configured. */
  eksClusters?: EksClusterLister;
}

interface EntityParams {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * One handler for each operation of openapi.yaml: credentials, service, answer. What all answers have in common is for
 * `createHttpEdge`.
 */
export function createRouter(deps: RouterDeps): express.Router {
  const { httpAuth, authorizer, targets, commands } = deps;
  const router = createValidatedOpenApiRouter(spec, {
    // The edge parses bodies: here every failure would be answered as 400.
    middleware: [(_req, _res, next) => next()],
  });
  router.use(createCallerKeeper(httpAuth));
  const entity = '/entities/:kind/:namespace/:name' as const;
  const workload =
    `${entity}/environments/:environment/workloads/:workload` as const;

  router.get('/eks-clusters', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const items = await listEksClusters(deps, { credentials });
    res.json({ items });
  });

  router.get('/fleet', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await readFleet(deps, req.query, { credentials }));
  });

  router.get(`${entity}/rollouts`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = toEntityRef(req.params);
    const found = await listReadableTargets(deps, entityRef, { credentials });
    res.json(await readRolloutSnapshot(deps, entityRef, found));
  });

  router.get(`${entity}/rollouts/stream`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    deps.slots.rolloutStreams.take(credentials, res);
    const entityRef = toEntityRef(req.params);
    await deps.streams.open({
      response: res,
      entityRef,
      credentials,
      listTargets: () => listReadableTargets(deps, entityRef, { credentials }),
    });
  });

  router.get(`${entity}/records`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = toEntityRef(req.params);
    const found = await listReadableTargets(deps, entityRef, { credentials });
    res.json(await listRecords(deps.records, entityRef, found, req.query));
  });

  router.get(`${workload}/revisions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const target = await targets.resolve(toTargetRef(req.params), {
      credentials,
    });
    await authorizer.authorize(rolloutReadPermission, target, { credentials });
    res.json({ items: await listRevisions(deps, target, req.params.workload) });
  });

  router.get(`${workload}/revisions/:revision/diff`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const target = await targets.resolve(toTargetRef(req.params), {
      credentials,
    });
    await authorizer.authorize(rolloutReadPermission, target, { credentials });
    const diff = await readRevisionDiff(
      deps.clusters,
      target,
      req.params.workload,
      {
        revision: Number(req.params.revision),
        against: req.query.against,
      },
    );
    res.json(diff);
  });

  router.get(`${workload}/pods`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const target = await targets.resolve(toTargetRef(req.params), {
      credentials,
    });
    await authorizer.authorize(rolloutReadPermission, target, { credentials });
    res.json(await listPods(deps.clusters, target, req.params.workload));
  });

  router.get(`${workload}/events`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const target = await targets.resolve(toTargetRef(req.params), {
      credentials,
    });
    await authorizer.authorize(rolloutReadPermission, target, { credentials });
    const items = await listEvents(deps.clusters, target, req.params.workload);
    res.json({ items });
  });

  router.get(`${workload}/logs`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    deps.slots.logStreams.take(credentials, res);
    await deps.logs.open({
      ref: toTargetRef(req.params),
      workload: req.params.workload,
      choice: req.query,
      credentials,
      request: req,
      response: res,
    });
  });

  router.get(`${workload}/images`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const target = await targets.resolve(toTargetRef(req.params), {
      credentials,
    });
    await authorizer.authorize(rolloutReadPermission, target, { credentials });
    res.json({ items: await listImages(deps, target, req.params.workload) });
  });

  router.post(`${workload}/restart`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const record = await commands.restart(
      toTargetRef(req.params),
      req.params.workload,
      req.body,
      { credentials, request: req },
    );
    res.status(202).json(record);
  });

  router.post(`${workload}/rollback`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const record = await commands.rollback(
      toTargetRef(req.params),
      req.params.workload,
      req.body,
      { credentials, request: req },
    );
    res.status(202).json(record);
  });

  router.post(`${workload}/redeploy`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const record = await commands.redeploy(
      toTargetRef(req.params),
      req.params.workload,
      req.body,
      { credentials, request: req },
    );
    res.status(202).json(record);
  });

  return router;
}

/** Says on whose behalf what follows runs. A command goes on when nobody waits for its answer. */
function createCallerKeeper(httpAuth: HttpAuthService): express.RequestHandler {
  return async (req, res, next) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const caller = {
      id: toCallerId(credentials),
      isGone: () => req.method === 'GET' && res.closed,
    };
    runForCaller(caller, next);
  };
}

function toEntityRef({ kind, namespace, name }: EntityParams): string {
  return stringifyEntityRef({ kind, namespace, name });
}

function toTargetRef(
  params: EntityParams & { environment: string },
): TargetRef {
  return { entityRef: toEntityRef(params), environment: params.environment };
}
