import { valueAt, type KubeObject } from '../objects';
import type { Registry } from '../registry';
import { formatSelector } from '../storage';
import {
  isDryRun,
  ok,
  parseBody,
  type ApiRequest,
  type ApiResponse,
} from './apiRequest';
import { applyPatch } from './patch/applyPatch';
import { conflict, badRequest } from '../storage';
import type { LabelSelector } from '../objects';

/** GET, PUT and PATCH on `/scale`: the replica count alone, as an `autoscaling/v1` Scale. */
export function scale(registry: Registry, request: ApiRequest): ApiResponse {
  const { type, path, method } = request;
  const current = registry.get(type, {
    namespace: path.namespace,
    name: path.name ?? '',
  });
  if (method === 'GET') return ok(toScale(current));
  const wanted =
    method === 'PATCH'
      ? applyPatch(toScale(current), request.body, request.contentType)
      : parseBody(request.body, request.contentType);
  const version = valueAt(wanted, 'metadata', 'resourceVersion');
  if (version && version !== current.metadata.resourceVersion) {
    throw conflict(type, current.metadata.name);
  }
  const replicas = valueAt(wanted, 'spec', 'replicas') ?? 0;
  if (typeof replicas !== 'number') {
    throw badRequest('Scale: spec.replicas must be a number');
  }
  const updated = registry.update(
    type,
    {
      ...current,
      spec: { ...(current.spec as object), replicas },
    },
    { dryRun: isDryRun(request) },
  );
  return ok(toScale(updated));
}

function toScale(object: KubeObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: valueAt(object.spec, 'replicas') ?? 0 },
    status: {
      replicas: valueAt(object.status, 'replicas') ?? 0,
      selector: formatSelector(
        valueAt(object.spec, 'selector') as LabelSelector | undefined,
      ),
    },
  };
}
